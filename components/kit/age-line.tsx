interface Props {
  ageDays: number;
  limitDays: number;
  /** `asked`: a review is due. `kept`: its owner keeps it on purpose, beyond its limit too. */
  kind: 'fine' | 'asked' | 'kept';
  /** The days that the whole line stands for, where several lines are compared. */
  longest?: number;
}

/**
 * An age against its limit: the bar is the age, the tick the limit. What is kept on purpose is hollow. It says nothing by
 * itself, because words beside it say the same.
 */
export function AgeLine({ ageDays, limitDays, kind, longest = Math.max(ageDays, limitDays, 1) }: Props) {
  const share = (days: number) => `${Math.min(100, (100 * days) / longest)}%`;
  return (
    <span
      class="age-line"
      data-kind={kind}
      aria-hidden="true"
      style={{ '--age': share(Math.max(ageDays, 0)), '--limit': share(limitDays) }}
    />
  );
}
