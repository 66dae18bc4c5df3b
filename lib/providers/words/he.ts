import type { Words } from './words';

/**
 * Hebrew; a word may have its article or a preposition before it, so most terms begin anywhere.
 *
 * app: FairEmail "סיסמת יישומון", ownCloud "סיסמת יישום", "סיסמאות / חתימות". Not looked up: Google "סיסמאות
 * לאפליקציות". key: Nextcloud. The rest by hand.
 */
export const words: Words = {
  app: '~סיסמ* *אפליקצי|~סיסמ* *ישו|~סיסמ* ספציפי|~סיסמאות / חתימות',
  pass: '~סיסמ|~ססמ',
  once: 'פעם אחת|לא תוכל|שוב!|העתיקו',
  copy: '~העתק|הועתק',
  name: 'שם!|שם ה|תווית',
  delete: 'מחיקה|מחק',
  key: 'מאמת|אפליקציית אימות|מפתח סודי',
  temp: '~זמני|חד פעמי|קוד אימות',
  recovery: '~שחזור|קוד* גיבוי',
  serial: 'מספר סידורי|מספר הזמנה',
  token: 'אסימון|מפתח api',
  other: '~הרשת|רישיון|שובר|קופון',
  example: 'לדוגמ|דוגמה',
  own: '~נוכחית|אישור סיסמ|שכחת|שינוי סיסמ',
};
