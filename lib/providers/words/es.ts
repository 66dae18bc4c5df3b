import type { Words } from './words';

/**
 * Spanish.
 *
 * app: Google, Microsoft, Yahoo, mailcow, ownCloud "contraseña de aplicación"; Apple "contraseña específica de la
 * app", "contraseña de app"; mailcow "contraseña para la app". key: mailcow, tt-rss, Nextcloud. The rest by hand.
 */
export const words: Words = {
  app: 'contras* de+aplicac|contras* para+aplicac|contras* de app!|contras* de apps!|contras* de la app!|contras* para la app!|contras* para apps!|contras* específica|contras* / tokens de aplic|contras* de dispos|clave* de aplicac',
  pass: 'contraseñ|clave* de acceso!',
  once: 'una sola vez|una única vez|sólo una vez|solo una vez|no podrás volv|no podrá volv|no se volver|no volver|cópiala|cópiela|guárd|anót|lugar seguro|se ha gener|se generó|se ha creado|nueva contraseña para',
  copy: 'copiar|copiad|portapap',
  name: 'nombre|etiqueta|título|descripci',
  delete: 'eliminar|borrar|revocar|quitar|remover',
  key: 'aplic*+autentic|autenticador|clave secreta|clave de config|secreto totp|escane*+qr|escane*+código',
  temp: 'temporal|un solo uso|código de verif|código de segur|código de confirm|provisional',
  recovery:
    'código* de recup|clave* de recup|código* de resp|código* de reserva|código* de rescate|frase de recup',
  serial: 'número de serie|número de ped|número de client|número de segu|referencia',
  token: 'clave* de api|clave* del api|clave* api|secreto de client|clave priv|clave públ|clave* de firma',
  other:
    'clave de red|contraseña de red|licencia|clave* de produc|código de activ|vale de|tarjeta regalo|cupón|código de invit|suma de comp|huella|base de datos|cadena de conex',
  example: 'ejemplo|p. ej|se parece',
  own: 'contraseña actual|contraseña ant|olvid|repet*+contras|repit*+contras|confirm*+contras|cambi*+contras|restablec*+contras|introduce tu contras|ingresa tu contras',
};
