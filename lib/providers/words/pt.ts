import type { Words } from './words';

/**
 * Portuguese, of Brazil and Portugal.
 *
 * app: Microsoft, FairEmail "palavra-passe de aplicação"; ownCloud "senhas/tokens de aplicativo"; mailcow "senha do
 * aplicativo"; FairEmail "senha do app". As other pages quote them: Google "senha de app", Apple "senha específica de
 * app". key: mailcow, Nextcloud. The rest by hand.
 */
export const words: Words = {
  app: 'senha* para+app|palavra passe* para+app|senha* de app!|senha* de apps!|senha* do app!|senha* para app!|senha* para apps!|senha* de+aplica|senha* do aplic|senha* para+aplica|senha* específica|senha*/tokens de aplic|passe de app!|passe da app!|passe de aplic|passe da aplic|passe específica|passe para+aplic',
  pass: 'senha|palavra* passe',
  once: 'uma única vez|só uma vez|apenas uma vez|somente uma vez|não poderá|não será poss|não voltará|copie',
  copy: 'transferência',
  name: 'rótulo',
  delete: 'excluir|apagar|revogar',
  key: 'chave* de segurança|aplicativo autent|app autent|chave secreta|chave de config|leia+código qr',
  temp: 'provisóri|temporári|descartáve|uso único|utilização única|código de conf',
  recovery: 'chave* de recup|código* de backup|código* de emerg',
  serial: 'número de série|número do ped|número do client',
  token: 'chave* de api|chave* api|chave* da api|chave* de acesso',
  other:
    'senha da rede|palavra passe da rede|licença|chave do prod|código de ativ|cupom|cupão|cartão pres|código de conv',
  example: 'exemplo|parece com',
  own: 'senha atual|palavra passe atual|confirm*+senha|esquec|alterar+senha|alterar+passe|repit*+senha',
};
