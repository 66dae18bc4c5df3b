/** `npm run new provider …` and `npm run new fixture …`: the first files of something new. */

const kinds = { provider: './new-provider.mjs', fixture: './new-fixture.mjs' };
const file = kinds[process.argv[2]];
if (file === undefined) {
  console.error(`npm run new provider <id> [<https address of its app-password page>]
npm run new fixture <sketch.json> -- --provider <id> --state <words-with-hyphens>`);
  process.exit(1);
}
await import(file);
