using System.Collections.Frozen;

namespace Assistant.Core.Answering.Checking;

/// <summary>The word lists of the citation checker: general English and common knowledge, nothing of any article.</summary>
internal static class Lexicon
{
    /// <summary>Words that carry no content of their own.</summary>
    public static FrozenSet<string> FunctionWords { get; } = Set(
        """
        a an the this that these those of in on at by for from to with into onto over under between among as than then so
        and or but if when while where who whom whose which what how why it its it's he him his she her hers they them
        their theirs we us our you your i my me is are was were be been being am has have had having do does did doing
        done will would shall should can could may might must also too very just even still already yet there here about
        around roughly some any each per such own same other up out off down through during since until till before after
        both either not no nor never nobody none nothing neither without n't cannot don't didn't doesn't isn't wasn't
        weren't won't hasn't haven't hadn't wouldn't couldn't shouldn't can't more most less least all every only
        """);

    /// <summary>Verbs and phrases by which a text says who speaks.</summary>
    public static FrozenSet<string> SpeechVerbs { get; } = Set(
        """
        say says said saying tell tells told telling announce announced announces announcing called calling
        claimed add added adds warn warned warns stress stressed argue argued argues stated
        explain explained explains replied replies answered asked admit admitted admits deny denied
        denies suggest suggested suggests propose proposed proposes promised estimates estimated
        describe described describes accuse accused accuses reported declare declared confirm confirmed
        insist insisted wrote writes believe believes believed think thinks noted remarked
        demanded declined welcomed welcomes compared likened conceded disagree
        disagreed agree agreed blamed blames pointed put predicted
        """);

    /// <summary>Words that deny what follows them.</summary>
    public static FrozenSet<string> Negations { get; } = Set(
        """
        not no never nobody none nothing neither nor without cannot hardly nowhere n't don't didn't doesn't isn't wasn't
        aren't weren't won't hasn't haven't hadn't wouldn't couldn't shouldn't can't unable impossible
        """);

    /// <summary>Verbs that deny the verb after them ("failed to reach").</summary>
    public static FrozenSet<string> NegativeVerbs { get; } = Set(
        "fail fails failed failing refuse refuses refused refusing decline declines declined unwilling ceased stopped lack lacks lacked");

    /// <summary>Words that can stand for a denial in a paraphrase.</summary>
    public static FrozenSet<string> ImplicitNegations { get; } = Set(
        """
        deny denies denied refuse refused reject rejected rejects exclude excluded excludes fail failed fails lack lacks
        lacked prevent prevented prevents avoid avoided unable impossible against cancel cancelled canceled halt halted
        except save spared absent unaffected remaining independent separate least most only few little instead scarcely
        first unlike fatal dead died block blocks blocked bar bars barred keep keeps kept stay stays remain remains ban bans banned lose lost loses
        """);

    /// <summary>Words that leave no exception, or promise more than a report does.</summary>
    public static FrozenSet<string> Absolutes { get; } = Set(
        """
        all every always certainly definitely unanimous unanimously completely entirely totally proven prove proves proved
        guaranteed guarantees worldwide ever everyone everybody everything greatest best worst largest biggest
        smallest highest lowest fastest cheapest oldest youngest newest longest immediately soon inevitable inevitably
        undoubtedly perfect perfectly useless revolutionary historic only solely exclusively whole entire
        """);

    /// <summary>Words that weaken what follows.</summary>
    public static FrozenSet<string> Hedges { get; } = Set(
        """
        may might could would possibly probably perhaps likely thought believed estimated estimates expected expects reportedly
        reported apparently hopes hope hoped seek seeks aim aims wants want wanted plans planned plan proposal proposed almost
        nearly partly some suggests appears seems potential potentially supposed meant
        """);

    /// <summary>Words that say that one thing brought about another.</summary>
    public static FrozenSet<string> CausalWords { get; } = Set(
        "because since due owing therefore thus hence caused causing thanks reason led leads resulted so blamed after");

    /// <summary>Opposites: a sentence with one of them does not follow from a passage that has only the other.</summary>
    public static IReadOnlyList<(string Left, string Right)> Opposites { get; } =
    [
        ("admit", "deny"), ("accept", "reject"), ("approve", "reject"), ("allow", "ban"), ("allow", "forbid"),
        ("permit", "ban"), ("support", "oppose"), ("win", "lose"), ("won", "lost"), ("rise", "fall"), ("rose", "fell"),
        ("increase", "decrease"), ("increase", "reduce"), ("agree", "disagree"), ("include", "exclude"),
        ("include", "except"), ("open", "close"), ("begin", "end"), ("start", "end"), ("before", "after"),
        ("earlier", "later"), ("success", "failure"), ("succeed", "fail"), ("possible", "impossible"), ("legal", "illegal"),
        ("same", "different"), ("more", "fewer"), ("more", "less"), ("above", "below"), ("north", "south"),
        ("east", "west"), ("northern", "southern"), ("eastern", "western"), ("young", "old"),
        ("public", "secret"), ("safe", "dangerous"), ("survive", "die"), ("praise", "criticise"), ("welcome", "condemn"),
        ("many", "few"), ("strong", "weak"), ("buy", "sell"), ("import", "export"), ("valid", "invalid"), ("join", "leave"),
        ("legitimate", "illegitimate"), ("guilty", "innocent"), ("ally", "enemy"), ("always", "never"), ("best", "worst"),
    ];

    /// <summary>Groups of words that may stand for each other in a paraphrase.</summary>
    public static IReadOnlyList<string[]> Synonyms { get; } =
    [
        .. """
        begin start launch commence
        end finish complete conclude
        about approximately roughly
        buy purchase acquire
        sell sale
        cost price worth value
        build construct construction
        say tell state announce declare
        think believe consider regard
        make produce manufacture
        give provide supply grant
        get receive obtain
        big large great huge
        kill die death
        wound injure
        let allow permit enable
        forbid ban prohibit
        choose select pick
        carry transport
        destroy destruction
        help aid assist
        need require
        want wish intend plan
        show demonstrate reveal
        stop halt cease suspend
        happen occur
        leave depart quit
        resign resignation
        arrive reach arrival come
        keep retain stay remain
        meet meeting talks
        discuss talk speak
        agree agreement deal accord treaty
        country nation state
        firm company
        home house
        war conflict
        attack assault offensive
        troops soldier force
        plane aircraft jet airplane
        ship vessel
        car vehicle
        flight fly flew flown
        people person inhabitant resident
        child children
        worker employee
        chief head leader chair lead led
        run operate
        own belong
        year annual annually yearly
        month monthly
        vote ballot
        elect election
        win victory won beat beaten beating defeat
        game match
        title trophy
        increase rise grow grew growth risen grown
        decrease fall drop reduce cut lower fell fallen
        widen enlarge expand expansion
        former previous previously earlier
        early beforehand
        new recent
        find detect discover found
        sick ill
        vaccine vaccinate vaccination
        approve approval consent authorise authorisation licence license permission
        criticise criticism object objection
        fear worry concern worried
        because reason
        danger risk threat threaten
        stable safe safety secure
        money fund funding finance financing pay paid
        earn profit
        record best
        picture image photograph photo
        name call
        site place location
        town city
        area region zone
        part share portion
        world global worldwide
        quick fast rapid
        sudden abrupt
        important significant
        hard difficult
        cause bring
        delay postpone put
        cancel call
        return bring
        crash crashed
        demand request
        letter note
        law act statute
        rule regulation
        court sue lawsuit
        order commission
        store keep storage
        cold cool
        two pair both
        twice double
        half halve
        telephone phone call
        energy power electricity
        plant station
        rocket launcher
        spacecraft probe craft
        orbit circle
        research scientific
        researcher scientist
        paper article
        publish appear publication
        test trial experiment
        result outcome
        goal aim
        score scorer scored
        extend extension prolong
        reject refuse refuse turn
        accompany bring belong party delegation
        describe call
        headquarters seat base based
        originally initially first
        scheduled due planned
        guarantor
        possess have
        lack shortage
        reopen open
        oblige require
        consist compose contain made make
        finance pay
        currently now present
        sign signature
        """.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Select(static line => line.Split(' ')),
    ];

    /// <summary>Names of the same thing: a country with its adjective, people and, as in news, its capital.</summary>
    public static IReadOnlyList<string[]> Aliases { get; } =
    [
        .. """
        russia russian russians moscow kremlin
        turkey turkish turk turks ankara türkiye turkiye
        united-states us usa u.s american americans america washington
        united-kingdom uk britain british briton britons london
        france french paris
        germany german germans berlin
        china chinese beijing
        iran iranian iranians tehran
        iraq iraqi iraqis baghdad
        syria syrian syrians damascus
        ukraine ukrainian ukrainians kyiv kiev
        greece greek greeks athens
        spain spanish spaniard madrid
        italy italian italians rome
        netherlands dutch holland hague
        belgium belgian belgians
        poland polish pole poles warsaw
        japan japanese tokyo
        india indian indians delhi
        pakistan pakistani islamabad
        israel israeli israelis
        egypt egyptian egyptians cairo
        saudi saudis saudi-arabia riyadh
        canada canadian canadians ottawa
        mexico mexican mexicans
        brazil brazilian brazilians
        argentina argentine argentinian
        australia australian australians canberra
        austria austrian austrians vienna
        switzerland swiss bern
        sweden swedish swede stockholm
        norway norwegian norwegians oslo
        denmark danish dane danes copenhagen
        finland finnish finn finns helsinki
        hungary hungarian hungarians budapest
        armenia armenian armenians yerevan
        georgia georgian georgians tbilisi
        kenya kenyan kenyans nairobi
        nigeria nigerian nigerians abuja
        niger nigerien niamey
        south-africa south-african
        african africa africans
        european europe europeans
        asian asia asians
        croatia croatian croat croats zagreb
        portugal portuguese lisbon
        ireland irish dublin
        scotland scottish scot scots edinburgh
        england english
        north-korea pyongyang
        south-korea seoul
        european-union eu brussels
        united-nations un
        kurdish kurd kurds
        macedonia macedonian macedonians
        """.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Select(static line => line.Split(' ')),
    ];

    private static FrozenSet<string> Set(string words) => FrozenSet.ToFrozenSet(
        words.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries), StringComparer.OrdinalIgnoreCase);
}
