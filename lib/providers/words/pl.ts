import type { Words } from './words';

/**
 * Polish.
 *
 * app: Apple, Microsoft, tt-rss, FairEmail "hasło aplikacji"; mailcow, ownCloud "hasło do aplikacji"; ownCloud "hasła
 * / tokeny aplikacji". key, token: mailcow, Nextcloud. The rest is ours.
 */
export const words: Words = {
  app: 'has* specyficzn* dla apl|hasł* aplik|hase* aplik|hasł* do+aplik|hase* do+aplik|hasł* dla+aplik|hasła / tokeny|hasł* urządz|hasło zewnętrz|hasł* dla+program|hasł* do+program|hasł* programu|hase* programów|hasł* klienta poczt|hasł* do klienta|kod aplikacji|hasł* dla urządz|hasł* do urządz|hasł* specyficzn',
  pass: 'hasł|haseł',
  once: 'tylko raz|nie zobacz|nie będzie można|ponownie wyśw|jeden raz|jednokrotn|jednorazowo wyśw|tylko teraz|więcej nie|nie będzie już|nie zostanie ponown|nie zostanie już|nie będziesz|ponownie zob|nigdy więcej|zapisz to|zapisz je|zapisz hasło|zanotuj|przepisz|zachowaj|skopiuj|bezpiecznym miej|bezpieczne miej|zostało utworz|zostało wygener|utworzono|wygenerowano|utworzone|użyj tego|użyj hasła|wprowadź to|wpisz to|wklej|twoje nowe hasło|nowe hasło aplik|oto twoje|przed zamkn|zanim zamkn',
  copy: 'kopiuj|skopiow|schow|kopia!|kopiowan',
  name: 'nazwy|nazwie|nazwą|nazwa|etykiet|opis|nazwę|nazwij|tytuł|do czego|przeznacz|cel!|komentarz',
  delete:
    'usuń|unieważ|odwołaj|odłącz|rozłącz|wycofaj|zakończ sesj|wyloguj ze|wyloguj wszyst|wyloguj urządz|dezaktyw|usunąć|usuwan|skasuj|cofnij dost|cofnij upraw',
  cancel: 'anuluj|zamknij|wstecz|wróć|powrót|odrzuć|porzuć|nie teraz|później|nie, dziękuję|pomiń|zrezygnuj',
  key: 'klucz* bezpiecz|klucz* zabezp|uwierzytelniając|tajny klucz|klucz konfig|aplik*+uwierzyteln|aplik* autory|wystawca uwierz|zeskanuj+kod|skanuj+kod|skanowan* kodu|nie możesz zeskan|nie można zeskan|nie mogę zeskan|wprowadź+klucz|wpisz+klucz|wprowadź klucz ręcz|klucz ręcz|klucz konta|klucz instal|klucz tajny|tajny kod|wspólny sekret|kod qr w aplik',
  temp: 'tymczas|jednoraz|kod weryf|kod bezpiecz|kod potwier|kod logow|kod uwierz|kod autoryz|kod sms|kod z sms|kod urządz|kod parow|kod dostęp|kod resetu|początkowe hasł|hasło początk|wygasa za|wygaśnie za|wygasa po+minut|ważn* przez+minut|ważn* przez+godz|ważn*+minut|sześciocyfr|6 cyfr|ograniczon* czas',
  recovery:
    'kod* odzysk|klucz* odzysk|kod* zapas|kod* przywr|kod* awaryj|kod* ratunk|kod* rezerw|klucz* przywr|klucz* zapas|klucz* awaryj|klucz* ratunk|fraz* odzysk|fraz* zapas|zestaw awaryj|zestaw ratunk|kod* odblok|klucz* odblok|tajna fraza|hasł* awaryj|hasł* odzysk',
  serial:
    'id klucza|identyfikator klucza|numer ser|numer zam|nr ser|nr zam|numer refer|nr ref|numer klien|nr klien|numer faktur|numer konta|numer rach|numer spraw|numer zgłosz|numer przes|numer śledz|numer umow|numer abon|numer transak|numer rezerw|kod rezerw|numer model|numer potwier|numer żąd|identyfikator korel|identyfikator żąd|identyfikator transak|identyfikator sesj|identyfikator klien|identyfikator konta|identyfikator urządz|identyfikator użyt|id korel|id żąd|id transak|id sesji|id klienta|id konta|kod błęd',
  token:
    'klucz*+api!|klucz* api|klucz* dost|klucz* prywat|klucz* publicz|klucz* szyfr|klucz* podpis|sekret klienta|tajny klucz api',
  other:
    'kod* zaprosz|hasł* sieci|klucz* lic|klucz* prod|bon!|podarun|hasł* do wi fi|hasł* wi fi|hasł* do sieci|hasł* wifi|hasł* routera|kod produk|kod aktyw|klucz* aktyw|kod rejestr|kod rabat|bon podar|karta podar|kod zaprosz|zaproszen|identyfikator spotk|kod spotk|hasł* spotk|id spotkania|hasł* do łącza|hasł* do linku|hasł* pliku|hasł* do pliku|hasł* gościa|hasł* udostęp|link udostęp|portfel|suma kontr|odcisk|baz* danych|konto bank|zalogowane urządz|urządzenia, na których|urządzenia na których|zalogowano na tych|gdzie jesteś zalog|gdzie się zalog|aktywne sesje|aktywna sesja|aktywnych sesji|bieżąca sesja|ostatnie działania|niedawne działania|aktywność logow|historia logow|ostatnio aktywn|ostatnio widzian|sesje przegląd|sesja przegląd|zarządzaj urządz|zarządzanie urządz|aplikacje z dostępem do|aplikacje, które mają dostęp|aplikacje mające dostęp|· twoje urządz|· moje urządz',
  example:
    'przykład|np.|np!|wygląda tak|wygląda jak|wygląda następ|wygląda podob|wyglądać tak|wyglądać jak|wygląda mniej|podobne do|podobnie do|nie jest prawdziw|fikcyjn|zmyślon|wzór!|wzór:|poglądow|ilustrac|w postaci:|ma postać|co to jest hasło|co to są hasła|co to jest+hasło|czym jest hasło|czym są hasła|czym jest+hasło|czym są+hasła|do czego służą hasła|jak działają hasła|· informacje o hasłach|· o hasłach',
  own: 'obecne has|aktualne has|bieżące hasł|powtórz+hasł|potwierdź+hasł|zapomn|zmień hasł|stare hasło|starego hasła|poprzednie hasło|dotychczasowe hasło|obecnego hasła|bieżącego hasła|aktualnego hasła|· hasło konta|· hasło logow|· hasło do logow|powtórz nowe|powtórz hasł|potwierdź nowe|wpisz ponownie|wprowadź ponownie|ponownie wpisz|ponownie wprowadź hasł|zmiana hasła|zresetuj hasł|reset hasła|nowe hasł*+powtórz|nowe hasł*+potwierdź|hasło główne|główne hasło|podaj swoje hasło|wpisz swoje hasło|wprowadź swoje hasło|nie pamięt|· hasło do konta|· hasło do twojego konta',
};
