import type { Words } from './words';

/**
 * French.
 *
 * app: Google, Microsoft, Yahoo "mot de passe d'application"; Apple "mot de passe pour application"; mailcow "mot de
 * passe de l'application"; tt-rss "mots de passe d'applications"; ownCloud "mots de passe / jetons d'application",
 * "code de sécurité d'application". key: mailcow, tt-rss. The rest by hand.
 */
export const words: Words = {
  app: 'mot* de passe d app!|mot* de passe d apps!|mot* de passe d applic|mot* de passe de l applic|mot* de passe pour+applic|mot* de passe pour app!|mot* de passe pour apps!|mot* de passe applic|mot* de passe spécifique|mot* de passe d appareil|mots de passe / jetons|code* de sécurité d applic|code* d applic|jeton* d applic',
  pass: 'mot* de passe',
  once: 'une seule fois|qu une fois|plus affich|plus le voir|plus jamais|copiez|notez|conservez|lieu sûr|endroit sûr|a été généré|a été créé|nouveau mot de passe pour',
  copy: 'copier|copié|presse papier',
  name: 'nom!|nom de l|nom d app|libellé|intitulé|étiquet|titre',
  delete: 'supprim|révoqu|retirer|enlever',
  key: 'applic*+authentif|authentificateur|clé secrète|clé de config|secret totp|scann*+code|scann*+qr',
  temp: 'temporaire|usage unique|provisoire|code de vérif|code de sécurité|code de confirm|code de connex',
  recovery: 'code* de récup|clé* de récup|code* de secours|code* de sauveg|phrase de réc',
  serial: 'numéro de série|numéro de comm|numéro de client|numéro de suivi|référence',
  token: 'jeton|clé* d api|clé* api|clé* d accès|secret client|clé* priv|clé* publ|clé* de sign',
  other:
    'clé réseau|clé* de licence|clé* de prod|clé* d activ|code d activ|bon d achat|carte cadeau|code promo|code d invit|empreinte|somme de contr|base de données|chaîne de connex|code pin',
  example: 'exemple|p. ex|ressemble',
  own: 'mot de passe actuel|ancien mot de passe|mot de passe oubl|confirm*+mot de passe|répét|ressais|modif*+mot de passe|chang*+mot de passe|réinit*+mot de passe|saisissez votre mot',
};
