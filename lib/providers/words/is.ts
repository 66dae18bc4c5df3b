import type { Words } from './words';

/** Icelandic. All words are ours: no vendor's own were looked up. */
export const words: Words = {
  app: '~forritslykilorð|~forritalykilorð|lykilorð forrit|lykilorð*+forrit|aðgangsorð forrit|forritsaðgangsorð|smáforritslykilorð|lykilorð* fyrir+app|lykilorð tækis|tækislykilorð',
  pass: '~lykilorð|~aðgangsorð',
  once: 'ekki birt aftur|aðeins einu sinni|bara einu sinni|ekki sýnt aftur|getur ekki séð|afritaðu|skrifaðu|geymdu|vistaðu|búið til|var búin|á öruggum stað|nýja lykilorð|notaðu þetta',
  copy: 'afrita|klippispj',
  name: 'heiti|nafn|lýsing|merki!|merking|titill',
  delete: 'eyða|afturkalla|fjarlægja|aftengja|skrá út',
  cancel: 'hætta við|loka|til baka|ekki núna|seinna|sleppa',
  key: 'öryggislykil|auðkenningarforrit|auðkennisforrit|leynilykil|skannaðu|skanna+kóða|uppsetningarlykil',
  temp: 'bráðabirgða|einnota|staðfestingarkóð|öryggiskóð|innskráningarkóð|tímabund|rennur út eftir',
  recovery: 'endurheimt|varakóð|varalykil|neyðarkóð|batakóð',
  serial:
    'raðnúmer|pöntunarnúmer|reikningsnúmer|tilvísunarnúmer|viðskiptanúmer|lotunúmer|villukóð|auðkenni lykils',
  token: 'api lykil|aðgangslykil|einkalykil|opinber lykil|dulkóðunarlykil|teikn!|lykil*+api!',
  other:
    'netlykil|þráðlaus|leyfislykil|vörulykil|virkjunarkóð|afsláttarkóð|gjafakort|boðskóð|fundarkóð|fundarauðkenni|innskráð tæki|virkar lotur|gestalykilorð|netlykilorð|skjalalykilorð',
  example: 'dæmi|t.d|til dæmis|sýnishorn|lítur svona út|ekki raunveruleg',
  own: 'núverandi lykilorð|gamla lykilorð|staðfesta lykilorð|endurtaktu|breyta lykilorði|gleymt lykilorð|aðallykilorð|endurstilla lykilorð',
};
