import type { Words } from './words';

/**
 * Spanish.
 *
 * app: Google, Microsoft, Yahoo, Nextcloud "contraseña de aplicación"; Apple "contraseña específica de la app",
 * "contraseña de app"; mailcow "contraseñas de aplicación". The rest by hand.
 */
export const words: Words = {
  app: 'contras* de+aplic|contras* para+aplic|contras* de app!|contras* de apps!|contras* de la app!|contras* para apps!|contras* específica|contras* de dispos|clave* de aplic|código* de aplic',
  pass: 'contras|clave* de acceso',
  once: 'una sola vez|una única vez|sólo una vez|solo una vez|no podrás|no podrá|no volver|no se volver|no se mostrar|cópia|copie|guárd|guarde|anót|anote|lugar seguro|se ha gener|se generó|generada para|se ha creado|nueva contraseña para',
  copy: 'copiar|copiad|portapap',
  name: 'nombre|etiqueta|título|descripc',
  delete: 'eliminar|borrar|revocar|quitar|suprimir',
  key: 'aplic*+autentic|autenticador|clave secreta|clave de config|clave de segur|llave de segur|escane*+qr|escane*+código|código qr+escan',
  temp: 'temporal|de un solo uso|un solo uso|código de verif|código de segur|código de confirm|provisional|caduca|válid',
  recovery:
    'recuperac|código* de respaldo|código* de reserva|código* de seguridad de|código* de rescate|frase semilla',
  serial: 'número|n.º|referencia|identificador|usuario|seguimiento|pedido',
  token:
    'clave* de api|clave* api|clave* de acceso a la api|secreto de cliente|clave priv|clave públ|clave* de firma|ficha',
  other:
    'de red|de la red|licencia|clave* de produc|activac|vale|tarjeta regalo|cupón|descuento|invitac|reunión|suma de|huella|base de datos|cadena de conex',
  example: 'por ejemplo|ejemplo|p. ej|se parece|tal como|tales como',
  own: 'contraseña actual|contraseña ant|contraseña de la cuenta|contraseña de tu cuenta|olvid|repetir|repita|repite|confirm*+contras|cambi*+contras|restablec|iniciar sesión en|inicia sesión',
};
