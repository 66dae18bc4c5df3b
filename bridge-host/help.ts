export const help = `spare-key-bridge: lets the browser extension Spare Key store app passwords in password managers
that browsers cannot reach: Secret Service (GNOME Keyring, KWallet, KeePassXC), pass, Bitwarden, 1Password.

  spare-key-bridge install     makes it known to the browsers of this user, and KeePassXC too
  spare-key-bridge uninstall   takes all of that away again
  spare-key-bridge doctor      looks what is missing, and says which command mends it

Options
  --browser <name>       only this browser: chrome, chromium, edge, brave, vivaldi or firefox;
                         may be given several times
  --extension-id <id>    let this extension in besides the published one, for a build of your own
  --print                show what would be written where, and do nothing
  --help                 this text
  --version              the version

It writes to your own folders only, needs no administrator and leaves other programs' files alone. The browser
starts it when Spare Key hands something over, and ends it afterwards. It stores and compares; it never sends a
secret back to the browser.
`;
