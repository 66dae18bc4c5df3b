import { i18n } from '#i18n';
import { changeView, counts, filter, view } from '../state/list-view';
import { type Filter, filters, type Grouping, groupings, type Sort, sorts } from '../state/row-order';

const sortWords: Record<Sort, () => string> = {
  label: () => i18n.t('list.byLabel'),
  newest: () => i18n.t('list.newest'),
  oldest: () => i18n.t('list.oldest'),
  copied: () => i18n.t('list.copied'),
};

const groupWords: Record<Grouping, () => string> = {
  none: () => i18n.t('list.noGroups'),
  provider: () => i18n.t('list.byProvider'),
  device: () => i18n.t('list.byDevice'),
  account: () => i18n.t('list.byAccount'),
};

const filterWords: Record<Filter, (count: number) => string> = {
  all: (count) => i18n.t('list.all', [count]),
  due: (count) => i18n.t('list.due', [count]),
  'to-revoke': (count) => i18n.t('list.toRevoke', [count]),
  unused: (count) => i18n.t('list.unused', [count]),
  manager: (count) => i18n.t('list.manager', [count]),
  without: (count) => i18n.t('list.without', [count]),
  revoked: (count) => i18n.t('list.revoked', [count]),
  removed: (count) => i18n.t('list.removed', [count]),
};

interface Props {
  /** Called when something else was chosen. */
  onChange: () => void;
}

/** Chooses how the list is sorted. */
export function SortChoice({ onChange }: Props) {
  return (
    <Choice
      name={i18n.t('list.sort')}
      value={view.value.sort}
      options={sorts.map((sort) => [sort, sortWords[sort]()])}
      onChoose={(sort) => {
        void changeView({ sort });
        onChange();
      }}
    />
  );
}

/** Chooses which part of the list is shown, in which groups and in which order. */
export function ListTools({ onChange }: Props) {
  return (
    <div class="list-tools">
      <Choice
        name={i18n.t('list.filter')}
        value={filter.value}
        options={filters.map((one) => [one, filterWords[one](counts.value[one])])}
        onChoose={(chosen) => {
          filter.value = chosen;
          onChange();
        }}
      />
      <Choice
        name={i18n.t('list.group')}
        value={view.value.group}
        options={groupings.map((group) => [group, groupWords[group]()])}
        onChoose={(group) => {
          void changeView({ group });
          onChange();
        }}
      />
      <SortChoice onChange={onChange} />
    </div>
  );
}

interface ChoiceProps<Value extends string> {
  name: string;
  value: Value;
  options: readonly (readonly [Value, string])[];
  onChoose: (value: Value) => void;
}

function Choice<Value extends string>({ name, value, options, onChoose }: ChoiceProps<Value>) {
  return (
    <select
      class="choice"
      aria-label={name}
      value={value}
      onChange={({ currentTarget }) => {
        const chosen = options.find(([one]) => one === currentTarget.value);
        if (chosen) onChoose(chosen[0]);
      }}
    >
      {options.map(([one, words]) => (
        <option key={one} value={one}>
          {words}
        </option>
      ))}
    </select>
  );
}
