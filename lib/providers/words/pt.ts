import type { Words } from './words';

/**
 * Portuguese, of Brazil and Portugal.
 *
 * app: Google "senha de app"; Apple "senha específica de app", "palavra-passe específica de app"; Microsoft "senha de
 * aplicativo", "palavra-passe de aplicação"; ownCloud "senhas/tokens de aplicativo"; mailcow "senha do aplicativo".
 * key: mailcow, Nextcloud. The rest by hand.
 */
export const words: Words = {
  app: 'senha* de app!|senha* de apps!|senha* do app!|senha* para app!|senha* para apps!|senha* de+aplica|senha* do aplic|senha* para+aplica|senha* específica|senha*/tokens de aplic|passe de app!|passe da app!|passe de aplic|passe da aplic|passe específica|passe para+aplic',
  pass: 'senha|palavra* passe',
  once: 'uma única vez|só uma vez|apenas uma vez|somente uma vez|não poderá|não será poss|não voltará|copie|guarde|anote|local seguro|foi gerada|foi criada|nova senha para',
  copy: 'copiar|copiad|transferência',
  name: 'nome|etiqueta|rótulo|título|descriç',
  delete: 'excluir|apagar|remover|revogar|eliminar',
  key: 'aplicativo autent|app autent|autenticador|chave secreta|chave de config|segredo totp|escane*+código|leia+código qr',
  temp: 'temporári|descartáve|uso único|utilização única|código de verif|código de segur|código de conf|provisóri',
  recovery: 'código* de recup|chave* de recup|código* de reserva|código* de backup|código* de emerg',
  serial: 'número de série|número do ped|número de ped|número do client|referência',
  token: 'chave* de api|chave* api|chave* da api|chave* de acesso|segredo do client|chave priv|chave públ',
  other:
    'senha da rede|palavra passe da rede|licença|chave do prod|código de ativ|cupom|cupão|cartão pres|vale pres|código de conv|impressão dig|soma de ver|banco de dados|base de dados',
  example: 'exemplo|p. ex|parece com',
  own: 'senha atual|palavra passe atual|senha antiga|repet*+senha|confirm*+senha|confirm*+passe|esquec|alterar+senha|alterar+passe|mudar+senha|redefinir',
};
