import type { ShortcutGroup } from '../text/shortcuts';

/** Keys and what they do, a table for each place in which they do it. */
export function ShortcutTable({ groups }: { groups: readonly ShortcutGroup[] }) {
  return (
    <div class="shortcuts">
      {groups.map(({ id, title, shortcuts }) => (
        <table key={id}>
          <caption>{title}</caption>
          <tbody>
            {shortcuts.map(({ keys, words }) => (
              <tr key={words}>
                <th scope="row">{words}</th>
                <td>
                  {keys.map((key) => (
                    <kbd key={key}>{key}</kbd>
                  ))}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      ))}
    </div>
  );
}
