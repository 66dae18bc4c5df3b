import type { Words } from './words';

/**
 * French.
 *
 * app: Apple "mot de passe pour application"; mailcow "mot de passe de l'application"; tt-rss "mots de passe
 * d'applications"; FairEmail "mot de passe d'application"; ownCloud "mots de passe / jetons d'application", "code de
 * sécurité d'application"; OpenCloud "jetons d'application". Not looked up: Google, Microsoft, Yahoo "mot de passe
 * d'application", Proton "jeton SMTP". key: mailcow, tt-rss. The rest by hand.
 */
export const words: Words = {
  app: 'mot* de passe d app!|mot* de passe d apps!|mot* de passe d applic|mot* de passe de l applic|mot* de passe pour+applic|mot* de passe pour app!|mot* de passe pour apps!|mot* de passe applic|mot* de passe spécifique|mot* de passe d appareil|mots de passe / jetons|code* de sécurité d applic|code* d applic|jeton* d applic|jeton* smtp',
  pass: 'mot* de passe',
  once: 'une seule fois|qu une fois|plus affich|plus le voir|plus jamais|notez|conservez|lieu sûr',
  copy: 'copier|copié|presse papier',
  name: 'nom!|nom d app|libellé|intitulé',
  delete: 'supprim|révoqu|retirer',
  key: 'clé* de sécurité|applic*+authentif|authentificateur|clé secrète|clé de config|scann*+code',
  temp: 'temporaire|usage unique|provisoire|code de vérif|code de sécurité',
  recovery: 'code* de récup|clé* de récup|code* de secours|code* de sauveg',
  serial: 'numéro de série|numéro de comm|numéro de client',
  token: 'jeton|clé* d api|clé* api|clé* d accès|secret client',
  other:
    'clé réseau|clé* de prod|clé* d activ|code d activ|bon d achat|carte cadeau|code d invit|empreinte|base de données',
  example: 'exemple|ressemble',
  own: 'mot de passe actuel|mot de passe oubl|répét|ressais|modif*+mot de passe|chang*+mot de passe',
};
