import type { Choice } from './choose.ts';
import { inventDate, inventLabel, inventSecret, type LabelKind } from './inventions.ts';
import type { Random } from './random.ts';
import type {
  Container,
  CopyControl,
  ListStep,
  NamingStep,
  Place,
  ResultStep,
  Scene,
  Step,
  TitleForm,
} from './scene.ts';
import type { Site } from './site.ts';
import type { Words } from './words/words.ts';

export interface Made {
  steps: Step[];
  reloads: number[];
  secrets: Scene['expect']['secrets'];
}

const FACTS_WITH_IT: string[] = ['list-row', 'table-cell', 'layout-table'];

/** The steps of one visit in which one secret is made, or two. */
export function stepsOfSecret(
  choice: Choice,
  site: Site,
  words: Words,
  account: string,
  random: Random,
): Made {
  const made: Made = { steps: [], reloads: [], secrets: [] };
  const visit = new Visit(choice, site, words, account, random);
  const rounds = choice.timing === 'two' ? 2 : 1;
  for (let round = 0; round < rounds; round += 1) visit.round(made);
  return made;
}

/** A form with a secret in it that the server refuses, and the user gives up: nothing was made. */
export function stepsOfRefusal(
  choice: Choice,
  site: Site,
  words: Words,
  account: string,
  random: Random,
): Made {
  const drafted = {
    ...choice,
    place: 'input',
    naming: 'same-page',
    copy: 'none',
    timing: 'at-once',
    label: 'usual',
  };
  const { steps } = stepsOfSecret(drafted, site, words, account, random);
  const draft = steps.find((step) => step.kind === 'result');
  const container = draft?.kind === 'result' ? draft.container : 'page';
  const error: Step = {
    kind: 'error',
    title: words.titles[0] ?? '',
    container,
    text: words.refused,
    again: words.again,
  };
  return { steps: [...steps, error], reloads: [], secrets: [] };
}

class Visit {
  private readonly choice: Choice;
  private readonly site: Site;
  private readonly words: Words;
  private readonly account: string;
  private readonly random: Random;

  constructor(choice: Choice, site: Site, words: Words, account: string, random: Random) {
    this.choice = choice;
    this.site = site;
    this.words = words;
    this.account = account;
    this.random = random;
  }

  round(made: Made): void {
    const { choice } = this;
    const label = choice.naming === 'none' ? '' : this.label();
    const begun = choice.naming === 'same-page' || (choice.naming === 'none' && this.site.nameless === true);
    if (this.site.draft === true || !begun || made.steps.length > 0) made.steps.push(this.list());
    const result = this.result(label);
    if (this.site.draft === true) this.sent(made, result, label);
    else {
      if (choice.naming !== 'none') this.named(made, label);
      if (choice.timing === 'spinner') {
        made.steps.push({ kind: 'spinner', container: result.container, text: this.words.waiting });
      }
      if (choice.naming === 'earlier-step-reload') made.reloads.push(made.steps.length);
      made.steps.push(result);
      if (choice.timing === 'reopened') {
        made.steps.push({ ...this.list(), add: this.words.showAgain }, result);
      }
    }
    made.secrets.push({ secret: result.secret, label });
  }

  private label(): string {
    const { random, words, choice, site } = this;
    let text = inventLabel(choice.label as LabelKind, words.labels, random);
    while (site.names !== undefined && !site.names.test(text))
      text = inventLabel('usual', words.labels, random);
    while ([...text].length < (site.shortest ?? 1))
      text = `${text} ${inventLabel('usual', words.labels, random)}`;
    return text;
  }

  private list(): ListStep {
    const { random, words, choice } = this;
    const kinds: LabelKind[] = ['usual', 'own-script', 'usual', 'like-a-secret'];
    return {
      kind: 'list',
      title: random.pick(words.lists),
      rows: Array.from({ length: random.below(4) }, () => ({
        label: inventLabel(random.pick(kinds), words.labels, random),
        created: inventDate(random, choice.language),
      })),
      add: random.pick(words.add),
      remove: random.pick(words.remove),
    };
  }

  /** A form that shows the secret before it is sent; refused, it is sent again. */
  private sent(made: Made, result: ResultStep, label: string): void {
    const { random, words } = this;
    const draft = {
      ...result,
      title: words.add[0] ?? '',
      done: random.pick(words.next.slice(1)),
      after: '',
      draft: { field: random.pick(words.fields), value: label },
    };
    made.steps.push(draft);
    if (this.choice.timing === 'error-first')
      made.steps.push(this.error(result.container, words.refused), draft);
  }

  private named(made: Made, label: string): void {
    const { choice } = this;
    const step = this.naming(label);
    if (choice.naming === 'edited-after-back') {
      const first = `${label.slice(0, 30)} ${this.random.below(9) + 1}`;
      made.steps.push({ ...step, value: first }, this.error(step.container, this.words.nameTaken));
      made.steps.push({ ...step, filled: first });
    } else made.steps.push(step);
    if (choice.timing === 'error-first') {
      made.steps.push(this.error(step.container, this.words.refused), {
        ...step,
        give: 'preset',
        filled: label,
      });
    }
  }

  private error(container: Container, text: string): Step {
    return { kind: 'error', title: this.before(), container, text, again: this.words.again };
  }

  private naming(label: string): NamingStep {
    const { choice, words, random } = this;
    const containers: Partial<Record<string, Container>> = {
      'same-page': 'inline',
      'page-before': 'page',
      dialog: 'dialog',
    };
    const container =
      containers[choice.naming] ?? random.pick(['dialog', 'page', 'inline', 'panel'] as const);
    const step: NamingStep = {
      kind: 'naming',
      title: this.before(),
      titleForm: random.pick(['heading', 'heading', 'aria-label', 'aria-labelledby'] as const),
      container,
      field: random.pick(words.fields),
      value: label,
      give: 'type',
      next: random.pick(words.next),
    };
    if (random.once(2)) step.placeholder = random.pick(words.labels);
    if (random.once(3) && container !== 'inline') step.back = words.back;
    if (choice.naming === 'same-page') step.stays = true;
    if (choice.naming === 'kept') Object.assign(step, { give: 'preset', filled: label });
    if (choice.naming === 'set-by-page') step.give = 'preset';
    if (choice.naming === 'suggested') {
      const others = words.labels.filter((text) => text !== label).slice(0, 2);
      Object.assign(step, { give: 'suggest', suggestions: [...others, label] });
    }
    return step;
  }

  /** The title of a step before there is a password; vendors whose word for one does not say that it is new use that. */
  private before(): string {
    const { site, words, random } = this;
    const named = site.vendor !== undefined && !['google', 'nextcloud', 'proton'].includes(site.vendor);
    return named && random.once(2) ? words.vendors[site.vendor ?? 'yahoo'] : (words.add[0] ?? '');
  }

  private title(): string {
    const { site, words, random } = this;
    if (site.vendor !== undefined && !random.once(3)) return words.vendors[site.vendor];
    return random.pick(words.titles);
  }

  private result(label: string): ResultStep {
    const { choice, site, words, random } = this;
    const { groups, joint } = inventSecret(random.pick(site.forms), random);
    const titleForm = choice.title as TitleForm;
    const seen = titleForm === 'heading' || titleForm === 'aria-labelledby';
    const place = choice.place as Place;
    const facts: ResultStep['facts'] = [];
    if (choice.account === 'in-step') facts.push({ caption: words.user, value: this.account });
    // A form that is still to be sent has a field for the name instead.
    if (label !== '' && site.draft !== true && (random.once(5) || FACTS_WITH_IT.includes(place)))
      facts.push({ caption: words.name, value: label });
    const before = seen && random.once(2) ? '' : random.pick(words.before);
    // A value without a caption is plain enough under a title, if nothing else stands there.
    const bare = facts.length === 0 && random.once(3);
    return {
      kind: 'result',
      title: this.title(),
      titleForm,
      container: choice.container as Container,
      before,
      caption: bare ? '' : words.password,
      after: random.pick(words.after),
      secret: groups.join(joint),
      groups: place === 'groups' && groups.length === 1 ? inFours(groups[0] ?? '') : groups,
      joint,
      place,
      copy: choice.copy as CopyControl,
      copyWord: random.pick(words.copy),
      tooltip: choice.tooltip === 'yes',
      facts,
      done: random.pick(words.done),
    };
  }
}

function inFours(text: string): string[] {
  return text.match(/.{1,4}/g) ?? [text];
}
