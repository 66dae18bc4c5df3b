import { fold, isHidden } from './dom';
import { ADDRESS } from './text';

/** The frame of a page whose markup is known: its content, and its header. */

/** The part of a page that is there for its content. */
export function findMain(page: Document): Element {
  return [...page.querySelectorAll('main,[role=main]')].find((main) => !isHidden(main)) ?? page.body;
}

/** The e-mail address that the page's header shows, if it shows one. */
export function findAddress(page: Document): string | undefined {
  return [...(page.querySelector('header,[role=banner]')?.querySelectorAll('*') ?? [])]
    .slice(0, 200)
    .map((place) => (place.childElementCount || isHidden(place) ? '' : fold(place.textContent)))
    .find((text) => ADDRESS.exec(text)?.[0] === text);
}
