/** Rows of keyboards, and what counts on. */
export const rows = 'abcdefghijklmnopqrstuvwxyz 01234567890 qwertyuiop asdfghjkl zxcvbnm';

/**
 * The pairs of letters that make up most of what is written in European languages with Latin letters, one after the
 * other (counted over the interface words of this extension and the vocabulary of the reader).
 */
export const usual =
  'thheineranreonatenndtiesorteofedisitalarsttontngsehaasouiolevecomedehiriroicneearacelichll' +
  'bemasiomurcaeltalansdifohopeecprnoctusacotiltrlyncetutsssorsunlowageiewheewiemadolrtpowena' +
  'ulnitsmoowpaimmiaishirsuidosiviaamficivipligtuevldrympfeblabghtyopwosaayexkefrooavagifapgr' +
  'odbosprddoucbueiovbyrmepttocfaefcurnscgidayocrcldugaquueffbaeylsvaumpp';
