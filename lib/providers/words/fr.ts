import type { Words } from './words';

/**
 * French.
 *
 * app: Google, Microsoft, Yahoo "mot de passe d'application"; Apple "mot de passe pour application"; Nextcloud "mot de
 * passe d'application", "mot de passe de l'application"; tt-rss "mots de passe d'applications". The rest by hand.
 */
export const words: Words = {
  app: 'mot* de passe d app!|mot* de passe d apps!|mot* de passe d applic|mot* de passe de l applic|mot* de passe pour+applic|mot* de passe pour app!|mot* de passe applic|mot* de passe spécifique|mot* de passe d appareil|code* d applic',
  pass: 'mot* de passe',
  once: 'une seule fois|qu une fois|plus affich|plus visible|plus le voir|pas le revoir|plus jamais|copiez|notez|enregistrez|conservez|lieu sûr|endroit sûr|a été généré|généré pour|a été créé|nouveau mot de passe pour',
  copy: 'copier|copié|presse papier',
  name: 'nom|libellé|intitulé|étiquet|titre',
  delete: 'supprim|révoqu|retirer|effac|dissoci',
  key: 'authentifica*+applic|applic*+authentif|authentificateur|clé secrète|clé de config|clé de sécur|scann*+code|scann*+qr|flash*+code|code qr+scan',
  temp: 'temporaire|à usage unique|usage unique|provisoire|code de vérif|code de sécu|code de confirm|code de connex|valable|expire',
  recovery: 'récupération|code* de secours|code* de sauvegarde|clé* de secours|phrase de',
  serial: 'numéro|n° |référence|identifiant|nom d utilis|suivi',
  token: 'jeton|clé* d api|clé* api|clé* d accès|secret client|clé* priv|clé* publ|clé* de sign',
  other:
    'réseau|clé* de licence|clé* de produit|activation|bon d achat|bon de réduc|carte cadeau|code promo|réunion|empreinte|somme de contr|base de donn|code pin|chaîne de conn',
  example: 'par exemple|exemple|p. ex|ressemble|tel que|telle que',
  own: 'mot de passe actuel|ancien mot|mot de passe du compte|mot de passe oubl|confirm*+mot de passe|répét|ressais|modif*+mot de passe|chang*+mot de passe|réinit|connectez vous|saisissez votre mot',
};
