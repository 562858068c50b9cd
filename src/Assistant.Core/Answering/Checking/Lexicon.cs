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
        weren't won't hasn't haven't hadn't wouldn't couldn't shouldn't can't more most less least all every only according
        although though one whether
        take took taken takes taking place make made makes making give gave given gives get got come came comes go went gone goes becomes become
        became according well called named used put use
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

    /// <summary>Words in names that tell the kind of a thing, not which one.</summary>
    public static FrozenSet<string> KindsOfName { get; } = Set(
        """
        party president minister prime chancellor king queen emperor general secretary state states united university institute court
        ministry department agency commission council parliament senate committee union league club city united company bank group
        organisation organization association authority office north south east west national international new republic mr mrs ms
        world cup model
        """);

    /// <summary>Words that deny what follows them.</summary>
    public static FrozenSet<string> Negations { get; } = Set(
        """
        not no never nobody none nothing neither nor without cannot hardly nowhere n't don't didn't doesn't isn't wasn't
        aren't weren't won't hasn't haven't hadn't wouldn't couldn't shouldn't can't unable impossible rarely seldom scarcely barely
        noone free unlikely
        """);

    /// <summary>Verbs that deny what follows them ("failed to reach", "denied that", "rejected the offer").</summary>
    public static FrozenSet<string> NegativeVerbs { get; } = Set(
        """
        refuse refuses refused refusing unwilling lack lacks lacked avert averts averted
        deny denies denied denying reject rejects rejected rejecting prevent prevents prevented avoid avoids avoided
        """);

    /// <summary>Verbs that deny the verb after them, but say something of their own without one ("the pumps failed").</summary>
    public static FrozenSet<string> FailingVerbs { get; } = Set("fail fails failed failing decline declines declined ceased stopped");

    /// <summary>Words that can stand for a denial in a paraphrase.</summary>
    public static FrozenSet<string> ImplicitNegations { get; } = Set(
        """
        deny denies denied refuse refused refuses reject rejected rejects exclude excluded excludes fail failed fails lack lacks
        lacked prevent prevented prevents avoid avoided unable impossible against cancel cancelled canceled halt halted stopped
        except save spared absent unaffected independent separate instead scarcely miss missed misses exempt ruled unchanged
        unlike block blocks blocked bar bars barred ban bans banned lose lost loses stayed remained unharmed unhurt unopposed unsuccessful
        opposed oppose opposes abandon abandoned lapsed expired void invalid avert averted
        """);

    /// <summary>Adjectives and prepositions that say a denial in one word.</summary>
    public static FrozenSet<string> NegativeAdjectives { get; } = Set(
        "excluded exclude excludes unable impossible absent unaffected except spared without instead exempt missed misses unharmed unhurt unchanged");

    /// <summary>Denials of a noun, not of a verb.</summary>
    public static FrozenSet<string> NegativeDeterminers { get; } = Set("no nobody none nothing neither nor without noone nowhere");

    /// <summary>Words that leave no exception, or promise more than a report does.</summary>
    public static FrozenSet<string> Absolutes { get; } = Set(
        """
        all every always certainly definitely unanimous unanimously completely entirely totally proven prove proves proved
        guaranteed guarantees worldwide ever everyone everybody everything greatest best worst largest biggest
        smallest highest lowest fastest cheapest oldest youngest newest longest immediately soon forever final finally permanent permanently
        full fully total nationwide universal universally global globally complete overwhelming overwhelmingly massive massively
        double doubled twice triple tripled treble quadrupled halved half dozens hundreds thousands millions billions several couple inevitable inevitably
        undoubtedly perfect perfectly useless revolutionary historic only solely exclusively whole entire
        """);

    /// <summary>Words with the ending of a superlative or an adverb of degree that are neither.</summary>
    public static FrozenSet<string> PlainEndings { get; } = Set(
        """
        protest request interest forest suggest contest arrest invest harvest latest honest
        mostly largely mainly originally early daily family assembly reply supply apply monthly weekly yearly recently currently
        formerly previously nearly roughly approximately finally officially publicly reportedly separately together jointly
        """);

    /// <summary>Words that weaken what follows.</summary>
    public static FrozenSet<string> Hedges { get; } = Set(
        """
        may might could would possibly probably perhaps likely thought believed fear fears feared doubt concern concerns estimated estimates expected expects reportedly
        reported apparently hopes hope hoped seek seeks aim aims wants want wanted plans planned plan proposal proposed almost
        nearly partly some suggests appears seems potential potentially supposed meant
        """);

    /// <summary>Words of doubt, hope and approximation that a claim must not drop.</summary>
    public static FrozenSet<string> StrongHedges { get; } = Set(
        """
        may might could possibly perhaps probably likely thought reportedly nearly almost hope hopes hoped fear fears feared doubt doubted
        allegedly alleged suspected seek seeks considering consider considers expected expects expect appears seems suggest suggests would
        """);

    /// <summary>Words that a cause follows.</summary>
    public static FrozenSet<string> CausesFollow { get; } = Set("because since due owing thanks reason reasons blamed after as following when over why so-that");

    /// <summary>Words that an effect follows.</summary>
    public static FrozenSet<string> EffectsFollow { get; } = Set(
        """
        therefore thus hence so cause caused causes causing lead leads led leading resulted result forced force prompted triggered
        made makes prevented brought delayed stopped order enabled allowed meant
        """);

    /// <summary>Opposites: a sentence with one of them does not follow from a passage that has only the other.</summary>
    public static IReadOnlyList<(string[] Left, string[] Right)> Opposites { get; } =
    [
        .. """
        admit admitted confirm confirmed : deny denied
        accept accepted approve approved agree agreed back backed welcome adopt adopted pass passed grant granted : reject rejected refuse refused oppose opposed decline declined block blocked veto vetoed
        allow allowed permit permitted let : ban banned forbid forbidden prohibit prohibited bar barred prevent prevented
        support supported favour : oppose opposed criticise criticised condemn condemned
        agree agreed : disagree disagreed
        win won victory beat gain gained : lose lost loss defeat defeated
        rise rose risen raise raised increase increased grow grew grown growth climb climbed gain gained up : fall fell fallen drop dropped decrease decreased decline declined reduce reduced cut lower lowered shrink shrank down sink sank
        include included : exclude excluded except
        open opened reopen reopened : close closed shut
        begin began begun start started launch launched resume resumed : end ended finish finished stop stopped halt halted suspend suspended cease ceased
        continue continued : stop stopped end ended halt halted suspend suspended cease ceased
        keep kept retain retained stay stayed remain remained : leave left abandon abandoned give gave quit resign resigned withdraw withdrew
        join joined enter entered : leave left quit
        before : after
        earlier early : later late
        success successful successfully succeed succeeded : failure fail failed unsuccessful
        able can possible : unable cannot impossible
        legal lawful : illegal unlawful
        same : different
        more : fewer less
        most : least fewest
        many : few
        above over : below under
        with : without
        north northern : south southern
        east eastern : west western
        young younger youngest : old older oldest
        long longer longest : short shorter shortest
        large larger largest big bigger biggest great greater : small smaller smallest little
        high higher highest : low lower lowest
        fast faster fastest quick quickly : slow slower slowest slowly
        cheap cheaper : expensive
        heavy heavier : light lighter
        rich : poor
        early earlier earliest : late later latest
        strong stronger : weak weaker
        better best good : worse worst bad
        public : secret private
        safe : dangerous unsafe
        survive survived alive : die died dead killed
        praise praised : criticise criticised blame blamed
        welcome welcomed : condemn condemned
        buy bought : sell sold
        import imported : export exported
        valid : invalid void
        legitimate : illegitimate
        guilty convicted convict : innocent acquitted acquit
        ally : enemy
        always : never
        everybody everyone : nobody
        ahead : behind
        narrow narrowly : wide widely broad overwhelmingly clearly
        full fully : partial partly empty
        temporary temporarily : permanent permanently
        voluntary voluntarily : compulsory mandatory
        appoint appointed hire hired : dismiss dismissed fire fired sack sacked
        protect protected : endanger endangered
        confirm confirmed : refute refuted
        enter entered arrive arrived : leave left depart departed
        send sent : receive received
        sink sank : float refloat
        cold colder coldest : hot warm warmer hotter hottest
        near nearer nearest close closer closest : far farther farthest distant
        present : absent
        presence : absence
        majority : minority
        maximum : minimum
        optimistic : pessimistic
        advantage : disadvantage
        extend extended prolong prolonged : shorten shortened
        strengthen strengthened : weaken weakened
        widen widened : narrow narrowed
        create created : destroy destroyed abolish abolished
        upper : lower
        left : right
        victory : defeat
        impose imposed : lift lifted remove removed ease eased
        free freed release released : jail jailed arrest arrested imprison imprisoned detain detained
        add added : remove removed
        build built : demolish demolished
        attend attended : boycott boycotted miss missed skip skipped
        honour honoured respect respected comply complied : violate violated breach breached break broke
        advance advanced : retreat retreated
        inside : outside
        improve improved : worsen worsened deteriorate deteriorated
        deploy deployed : withdraw withdrew withdrawn
        encourage encouraged : discourage discouraged
        unite united : divide divided split
        hope hopes hoped : fear fears feared doubt doubts doubted
        profit : loss
        rescue rescued : abandon abandoned
        likely : unlikely
        """.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Select(static line => line.Split(" : ")).Select(static sides => (sides[0].Split(' '), sides[1].Split(' '))),
    ];

    /// <summary>Groups of words that may stand for each other in a paraphrase.</summary>
    public static IReadOnlyList<string[]> Synonyms { get; } =
    [
        .. """
        begin start launch commence
        end finish complete conclude
        end stop
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
        almost nearly
        retake retaken retook recapture recaptured
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
