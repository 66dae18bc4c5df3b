import type { Words } from './words';

/**
 * Spanish.
 *
 * app: Google, ownCloud, FairEmail "contraseña de aplicación"; mailcow "contraseña para la app". Not looked up: Apple
 * "contraseña específica de la app", "contraseña de app", Microsoft, Yahoo. key: mailcow, tt-rss, Nextcloud. The rest
 * by hand.
 */
export const words: Words = {
  app: 'contras* de aplic* / token|contras* de+aplicac|contras* para+aplicac|contras* de app!|contras* de apps!|contras* de la app!|contras* para la app!|contras* para apps!|contras* específica|contras* / tokens de aplic|contras* de dispos|clave* de aplicac',
  pass: 'contraseñ|clave* de acceso!',
  once: 'una sola vez|una única vez|sólo una vez|solo una vez|no podrás volv|no podrá volv|no se volver|no volver',
  copy: 'portapap',
  name: 'nombre|etiqueta|título',
  delete: 'borrar|quitar',
  key: 'llave* de seguridad|clave* de seguridad|aplic*+autentic|autenticador|clave secreta|clave de config|escane*+qr',
  temp: 'temporal|un solo uso|código de verif|código de segur|provisional',
  recovery: 'código* de recup|clave* de recup|código* de resp|código* de reserva',
  serial: 'número de serie|número de ped|número de client',
  token: 'clave* de api|clave* del api|clave* api|secreto de client',
  other:
    'clave de red|contraseña de red|clave* de produc|código de activ|vale de|tarjeta regalo|cupón|código de invit|huella|base de datos',
  example: 'ejemplo|p. ej|se parece',
  own: 'contraseña actual|olvid|repit*+contras|confirm*+contras|cambi*+contras|restablec*+contras',
};
