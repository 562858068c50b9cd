using System.Collections.Frozen;

namespace Assistant.Core.Ingestion;

/// <summary>An article's language: as stated, else by script, else by a vote of common words; unknown when unsure.</summary>
internal static class LanguageVote
{
    /// <summary>What an article is in when nothing says so.</summary>
    public const string Unknown = "und";

    private const string English = "en";
    private const int MostWords = 2000;
    private const int FewestHits = 2;

    /// <summary>Lists and tables have few common words; English is looked for with more of them than the others.</summary>
    private const double EnglishShare = 0.05;

    private const double OtherShare = 0.12;

    /// <summary>How many times the hits of the second best the best must have: neighbours share words.</summary>
    private const double Lead = 1.3;

    private static readonly FrozenDictionary<string, string[]> LanguagesByWord = Words(
        (English, "the of and to in a is that for it as was with be by on not he his she her but at are this have from or had an they " +
            "which were been their has would there will its who what said i you we she him them these after first also when into over about more " +
            "one all so if can out up no only than may your our between during such other most through where made many some being did do"),
        ("de", "der die das und in zu den ist von mit sich des auf für nicht ein eine dem im auch es an als wird aus er nach bei sie hat dass war einer"),
        ("fr", "le la les de des du et un une est en que qui dans pour pas au aux sur il elle ce cette avec par son sa ses plus ne se ont été sont"),
        ("es", "el la los las de del y un una es en que por con para no se su al lo como más pero sus ha este sobre fue entre según también desde"),
        ("it", "il lo la i gli le di del della dei e un una è in che per con non si da al come più ma nel alla sono ha anche dal questo delle"),
        ("pt", "o a os as de do da dos das e um uma é em que por com para não se no na ao como mais mas foi ele são pelo também seu sua entre"),
        ("nl", "de het een van en in is dat op te voor met die zijn niet aan er om ook als bij door naar uit maar heeft worden wordt tot over"),
        ("sv", "och att det som en är av på för med den till inte har de ett om var från men vid kan ska efter också under sig sin hade"),
        ("da", "og i at det er en til på som med for den de ikke af har der et om var fra han men blev kan vil efter også sig"),
        ("no", "og i det er på til som en av at for med har de ikke den et om var fra han men ble kan vil etter også seg"),
        ("fi", "ja on ei että se oli mutta myös kun hän ovat joka mukaan sen vuonna kuin olla tai hänen mitä niin jo vain"),
        ("hu", "a az és hogy nem is egy meg de ez volt már csak azt el vagy mint még ha kell lesz sem szerint után"),
        ("ro", "și în de la a cu pe nu o din care un este pentru că mai se au fost sau prin ca al ale după acest lui"),
        ("id", "yang dan di itu dengan untuk tidak ini dari dalam akan pada juga saya ke karena ada oleh sudah bisa mereka"),
        ("pl", "w i na z się do nie że to jest o po jak za przez od dla są oraz był tym roku tego które ale czy jego ich może został"),
        ("cs", "a v se na je že s z do o i to k pro ve si ale po od za jako jsou by který podle které byl také jeho už při však"),
        ("tr", "ve bir bu da de için ile olarak çok daha en gibi kadar sonra olan ise ya ki ancak göre her ne var değil oldu üzerine dedi"),
        ("ru", "и в не на с что по он как это за из но к от для его а до о у же так все был была были она при их году также который"),
        ("uk", "і в не на з що до та за у від як це про його для він але був була також які його й при після або який їх року є"),
        ("bg", "и на да се за от в е с не че по са до като ще при това към но след който си или има той през беше"));

    /// <summary>The stated language's primary subtag if it has one, else by script, else by vote.</summary>
    /// <param name="stated">A BCP 47 tag or null.</param>
    /// <param name="text">The article's text.</param>
    public static string Decide(string? stated, string text)
    {
        var subtag = stated?.Trim().Replace('_', '-').Split('-')[0].ToLowerInvariant();
        if (subtag is { Length: 2 or 3 } && subtag.All(char.IsAsciiLetter)) return subtag;
        return LanguageScript.Find(text) ?? Vote(text);
    }

    private static string Vote(string text)
    {
        var hits = new Dictionary<string, int>(StringComparer.Ordinal);
        var lookup = LanguagesByWord.GetAlternateLookup<ReadOnlySpan<char>>();
        var words = 0;
        foreach (var range in text.AsSpan().SplitAny(" \n"))
        {
            var word = text.AsSpan(range).Trim(".,:;!?\"“”„«»()");
            if (word.IsEmpty) continue;
            if (lookup.TryGetValue(word, out var languages))
            {
                foreach (var language in languages) hits[language] = hits.GetValueOrDefault(language) + 1;
            }

            if (++words == MostWords) break;
        }

        return Decide(hits, words);
    }

    private static string Decide(Dictionary<string, int> hits, int words)
    {
        var ranked = hits.OrderByDescending(static pair => pair.Value).ThenBy(static pair => pair.Key, StringComparer.Ordinal).ToList();
        if (ranked.Count == 0) return Unknown;
        var (best, count) = ranked[0];
        var second = ranked.Count > 1 ? ranked[1].Value : 0;
        var share = best == English ? EnglishShare : OtherShare;
        return count >= FewestHits && count >= words * share && count >= second * Lead ? best : Unknown;
    }

    private static FrozenDictionary<string, string[]> Words(params (string Language, string List)[] lists) =>
        lists.SelectMany(static list => list.List.Split(' ').Distinct().Select(word => (Word: word, list.Language)))
            .GroupBy(static pair => pair.Word, StringComparer.OrdinalIgnoreCase)
            .ToFrozenDictionary(
                static group => group.Key, static group => group.Select(static pair => pair.Language).ToArray(), StringComparer.OrdinalIgnoreCase);
}
