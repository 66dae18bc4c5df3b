export const help = `spare-key-bridge connects the browser extension Spare Key with password managers that browsers
cannot reach: Secret Service (GNOME Keyring, KWallet, KeePassXC), pass, Bitwarden and 1Password.

  spare-key-bridge install     registers the bridge, and KeePassXC, with the browsers of this user
  spare-key-bridge uninstall   removes the bridge and its registrations
  spare-key-bridge doctor      checks what is missing and names the command that fixes it

Options
  --browser <name>       use this browser only: chrome, chromium, edge, brave, vivaldi or firefox;
                         repeat the option for more browsers
  --extension-id <id>    allow this extension besides the published one, for your own build
  --print                show what install or uninstall would change, and change nothing
  --help                 show this text
  --version              show the version

The bridge writes to your own folders only, needs no administrator and changes no files of other apps. The browser
starts it when Spare Key sends an app password, and ends it afterwards. The bridge stores and compares. It never
sends a password back to the browser.
`;
