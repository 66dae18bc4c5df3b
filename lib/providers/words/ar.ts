import type { Words } from './words';

/**
 * Arabic; a word may have its article or a preposition before it, so most terms begin anywhere.
 *
 * app: Microsoft, FairEmail "كلمة مرور التطبيق"; ownCloud "كلمات المرور للتطبيق". Not looked up: Apple "كلمة السر
 * الخاصة بالتطبيق". key: tt-rss, Nextcloud. The rest by hand.
 */
export const words: Words = {
  app: '~كلم* *مرور *تطبيق|~كلم* *مرور *خاص* *تطبيق|~كلم* *سر *تطبيق|~كلم* *سر *خاص* *تطبيق|~المرور/الرموز',
  pass: '~كلم* *مرور|~كلم* *سر!',
  once: 'مرة واحدة|مرة أخرى|لن تتمكن|انسخ',
  copy: '~نسخ|الحافظة',
  name: '~اسم!|~الاسم|الوصف',
  delete: 'حذف|إزالة',
  key: '~المصادقة|المصدق|المفتاح السري',
  temp: '~مؤقت|لمرة واحدة|رمز التحقق|رمز التأكيد',
  recovery: '~استرداد|رمز* احتياطي',
  serial: 'الرقم التسلسلي|رقم الطلب',
  token: '~الرمز المميز|مفتاح api',
  other: 'رمز الدعوة|رمز دعوة|~الشبكة|~الترخيص|~قسيمة|بطاقة هدايا',
  example: 'مثال|مثلا|سبيل المثال',
  own: '~المرور الحالي|~السر الحالي|تأكيد كلمة|نسيت',
};
