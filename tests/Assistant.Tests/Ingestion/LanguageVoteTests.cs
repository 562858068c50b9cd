using Assistant.Core.Ingestion;

namespace Assistant.Tests.Ingestion;

public sealed class LanguageVoteTests
{
    [Theory]
    [InlineData("en", "The ministers met in the capital on Monday and spoke for three hours about trade and transport.")]
    [InlineData("de", "Die Minister trafen sich am Montag in der Hauptstadt und sprachen drei Stunden über den Handel und das Meer.")]
    [InlineData("fr", "Les ministres se sont réunis lundi dans la capitale et ont parlé pendant trois heures du commerce et des transports.")]
    [InlineData("es", "Los ministros se reunieron el lunes en la capital y hablaron durante tres horas sobre el comercio y los transportes.")]
    [InlineData("it", "I ministri si sono riuniti lunedì nella capitale e hanno parlato per tre ore del commercio e dei trasporti, anche della pesca.")]
    [InlineData("pt", "Os ministros reuniram-se na segunda-feira na capital e falaram durante três horas do comércio e dos transportes, não da pesca.")]
    [InlineData("nl", "De ministers kwamen maandag in de hoofdstad bijeen en spraken drie uur over de handel en het vervoer, ook met het parlement.")]
    [InlineData("sv", "Ministrarna träffades på måndagen och det var en lång dag som inte hade sett ett avtal om handel med den stora grannen.")]
    [InlineData("pl", "Ministrowie spotkali się w poniedziałek w stolicy i przez trzy godziny rozmawiali o handlu, ale nie o tym, że rok był zły.")]
    [InlineData("cs", "Ministři se sešli v pondělí v hlavním městě a tři hodiny mluvili o obchodu, který podle nich jako vždy roste, ale ne dost.")]
    [InlineData("tr", "Bakanlar pazartesi günü bir araya geldi ve ticaret için çok önemli olan bu görüşme sonra daha da uzadı, dedi.")]
    [InlineData("en", "Cardinals 3 - 0. Drive: 9 plays, 46 yards. Second quarter: Larry Fitzgerald 5 yard pass from Kurt Warner. Field goal by Dawson.")]
    [InlineData("fi", "Ministerit tapasivat maanantaina ja puhuivat kaupasta, mutta se ei ole uutta, että he myös kalastavat, kun on aikaa.")]
    [InlineData("hu", "A miniszterek hétfőn találkoztak, és három órán át beszéltek arról, hogy a kereskedelem nem elég, de ez már volt.")]
    [InlineData("ro", "Miniștrii s-au întâlnit luni în capitală și au vorbit trei ore despre comerț, pentru că nu este de ajuns din ce au fost.")]
    [InlineData("id", "Para menteri bertemu pada hari Senin di ibu kota dan berbicara tentang perdagangan yang tidak akan selesai dalam waktu ini.")]
    [InlineData("ru", "Министры встретились в понедельник в столице и три часа говорили о торговле, но не о том, что было на море.")]
    [InlineData("uk", "Міністри зустрілися в понеділок у столиці та три години говорили про торгівлю, але це не все, що було на часі.")]
    [InlineData("bg", "Министрите се срещнаха в понеделник и говориха за търговията, но не и за това, че ще се срещнат отново през май.")]
    [InlineData("el", "Οι υπουργοί συναντήθηκαν τη Δευτέρα στην πρωτεύουσα.")]
    [InlineData("he", "השרים נפגשו ביום שני בבירה ודיברו שלוש שעות.")]
    [InlineData("ar", "اجتمع الوزراء يوم الاثنين في العاصمة وتحدثوا عن التجارة.")]
    [InlineData("fa", "وزیران روز دوشنبه در پایتخت دیدار و سه ساعت گفتگو کردند.")]
    [InlineData("zh", "部长们星期一在首都会面，就贸易和运输问题谈了三个小时。")]
    [InlineData("ja", "大臣たちは月曜日に首都で会い、貿易について三時間話した。")]
    [InlineData("ko", "장관들은 월요일 수도에서 만나 세 시간 동안 무역에 대해 이야기했다.")]
    [InlineData("th", "รัฐมนตรีพบกันเมื่อวันจันทร์ที่เมืองหลวง")]
    [InlineData("und", "")]
    [InlineData("und", "Su-57 MiG-41 S-400 27.08.2019")]
    [InlineData("und", "lorem ipsum dolor sit amet consectetur adipiscing elit sed eiusmod tempor")]
    public void Decides_by_script_and_common_words(string language, string text) =>
        Assert.Equal(language, LanguageVote.Decide(stated: null, text));

    [Theory]
    [InlineData("de-AT", "de")]
    [InlineData("pt_BR", "pt")]
    [InlineData(" EN ", "en")]
    [InlineData("german", "en")]
    [InlineData("x", "en")]
    [InlineData("", "en")]
    public void A_stated_language_comes_first_unless_it_is_no_tag(string stated, string language) =>
        Assert.Equal(language, LanguageVote.Decide(stated, "The ministers met in the capital and spoke of the trade."));
}
