namespace Assistant.Core.Answering.Checking;

/// <summary>Which words are opposites, and which may stand for each other: general English and common knowledge.</summary>
internal static class WordGroups
{
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
        true correct right : false incorrect wrong untrue
        release released freed : detain detained arrested jailed imprisoned
        rural : urban
        wet : dry
        deep deeper deepest : shallow shallower shallowest
        easy easier easily : hard difficult
        domestic : foreign
        ancient : modern
        man men male husband father son brother boy boys : woman women female wife mother daughter sister girl girls
        buyer : seller
        employer : employee
        offensive : defensive
        attack attacked : defend defended
        solid : liquid
        surplus : deficit
        uphold upheld : overturn overturned quash quashed
        ratified : rejected
        winner : loser
        first : last
        morning : evening night
        borrow borrowed : lend lent
        remember remembered : forget forgot forgotten
        friend friendly : enemy hostile
        real genuine authentic : fake forged
        natural : artificial
        manned crewed : unmanned uncrewed
        civilian : military
        victim : perpetrator
        occupied : liberated
        armed : unarmed
        independent : dependent
        calm : rough stormy
        postponed : advanced
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
}
