/** A list of entries, each a link to it. */
export function EntryLinks(props: {
  ids: readonly string[];
  labelOf: (id: string) => string;
  hrefOf: (id: string) => string;
}) {
  return (
    <ul class="plain-list">
      {props.ids.map((id) => (
        <li key={id}>
          <a href={props.hrefOf(id)}>{props.labelOf(id)}</a>
        </li>
      ))}
    </ul>
  );
}
