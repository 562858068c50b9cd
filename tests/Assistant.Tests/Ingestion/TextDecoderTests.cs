using System.Text;
using Assistant.Core.Ingestion;

namespace Assistant.Tests.Ingestion;

public sealed class TextDecoderTests
{
    private const string Polish = "Późną jesienią ministrowie spotkali się w Łodzi i mówili o żegludze, źródłach ciepła i ćwiczeniach wojskowych.";
    private const string Czech = "Ministři se sešli v pondělí v hlavním městě a tři hodiny mluvili o obchodu, dopravě a říční plavbě. Příště v květnu.";
    private const string German = "Die Minister trafen sich am Montag in Köln, Größe und Wärme „überall“ – so hieß es später.";
    private const string French = "Les ministres se sont réunis à Genève où l’été fut très chaud ; ça va, dit-elle, naïve et sûre d’être « bientôt » élue.";
    private const string Spanish = "El año pasado los ministros hablaron en España sobre educación, comercio y niños. ¿Qué pasó después? ¡Nada más!";
    private const string Russian = "Министры встретились в понедельник в столице и три часа говорили о торговле и транспорте. Следующая встреча в мае.";
    private const string Ukrainian = "Міністри зустрілися в понеділок у столиці й три години говорили про торгівлю, її наслідки та транспорт.";
    private const string Greek = "Οι υπουργοί συναντήθηκαν τη Δευτέρα στην πρωτεύουσα και μίλησαν για τρεις ώρες για το εμπόριο.";
    private const string Turkish = "Bakanlar pazartesi günü başkentte buluştu ve üç saat boyunca ticaret, ulaşım ve güvenlik üzerine görüştü. Işık yoğundu.";
    private const string Hebrew = "השרים נפגשו ביום שני בבירה ודיברו שלוש שעות על מסחר ותחבורה והסכימו להיפגש שוב בחודש מאי.";
    private const string Arabic = "اجتمع الوزراء يوم الاثنين في العاصمة وتحدثوا لمدة ثلاث ساعات عن التجارة والنقل واتفقوا على اللقاء مرة أخرى.";
    private const string Lithuanian = "Ministrai pirmadienį susitiko sostinėje ir tris valandas kalbėjo apie prekybą, žemės ūkį, švietimą ir jūrų transportą.";

    [Theory]
    [InlineData("windows-1250", Polish)]
    [InlineData("windows-1250", Czech)]
    [InlineData("windows-1251", Russian)]
    [InlineData("windows-1251", Ukrainian)]
    [InlineData("koi8-r", Russian)]
    [InlineData("windows-1252", German)]
    [InlineData("windows-1252", French)]
    [InlineData("windows-1252", Spanish)]
    [InlineData("windows-1253", Greek)]
    [InlineData("windows-1254", Turkish)]
    [InlineData("windows-1255", Hebrew)]
    [InlineData("windows-1256", Arabic)]
    [InlineData("windows-1257", Lithuanian)]
    public void Knows_a_Windows_encoding_by_its_letters(string name, string text) =>
        Assert.Equal(text, TextDecoder.Decode(Of(name).GetBytes(text), charset: null));

    [Theory]
    [InlineData("utf-16", Russian)]
    [InlineData("utf-16BE", Russian)]
    [InlineData("utf-16", German)]
    [InlineData("utf-16BE", Greek)]
    [InlineData("utf-16", "Plain English text, which is ASCII with a zero after each letter.")]
    [InlineData("utf-8", Arabic)]
    [InlineData("utf-8", "Plain English text.")]
    public void Knows_Unicode_without_a_mark(string name, string text) =>
        Assert.Equal(text, TextDecoder.Decode(Of(name).GetBytes(text), charset: null));

    [Theory]
    [InlineData("iso-8859-2")]
    [InlineData("shift_jis")]
    [InlineData("gb18030")]
    public void Believes_a_stated_encoding_when_the_bytes_are_no_UTF_8(string name)
    {
        var text = name == "iso-8859-2" ? Polish : "東京の天気";

        Assert.Equal(text, TextDecoder.Decode(Of(name).GetBytes(text), name));
        Assert.Equal(text, TextDecoder.Decode(Encoding.UTF8.GetBytes(text), name));
    }

    [Theory]
    [InlineData("no-such-charset")]
    [InlineData("utf-7")]
    [InlineData("utf-16")]
    [InlineData("")]
    public void An_unknown_stated_encoding_is_passed_over(string charset) =>
        Assert.Equal(German, TextDecoder.Decode(Of("windows-1252").GetBytes(German), charset));

    [Fact]
    public void A_few_faulty_bytes_in_UTF_8_are_replaced()
    {
        byte[] bytes = [.. Encoding.UTF8.GetBytes(Russian), 0xD0];

        Assert.Equal(Russian + "\uFFFD", TextDecoder.Decode(bytes, charset: null));
    }

    [Fact]
    public void Bytes_that_are_no_text_are_refused()
    {
        var bytes = Enumerable.Range(0, 2000).Select(i => (byte)(128 + (i * 37 % 128))).ToArray();

        Assert.Throws<ArticleRefusedException>(() => TextDecoder.Decode(bytes, charset: null));
        Assert.Throws<ArticleRefusedException>(() => TextDecoder.Decode(new byte[100], charset: null));
    }

    [Theory]
    [InlineData("<html><head><meta charset=\"windows-1251\">", "windows-1251")]
    [InlineData("<meta http-equiv=Content-Type content='text/html; charset=koi8-r'>", "koi8-r")]
    [InlineData("<?xml version=\"1.0\" encoding=\"ISO-8859-2\"?><rss>", "ISO-8859-2")]
    [InlineData("<html><p>The charset=utf-8 of a page", null)]
    public void Finds_the_encoding_that_markup_states(string markup, string? name) =>
        Assert.Equal(name, StatedCharset.OfMarkup(Encoding.ASCII.GetBytes(markup)));

    private static Encoding Of(string name) => CodePagesEncodingProvider.Instance.GetEncoding(name) ?? name switch
    {
        "utf-16" => new UnicodeEncoding(bigEndian: false, byteOrderMark: false),
        "utf-16BE" => new UnicodeEncoding(bigEndian: true, byteOrderMark: false),
        _ => Encoding.GetEncoding(name),
    };
}
