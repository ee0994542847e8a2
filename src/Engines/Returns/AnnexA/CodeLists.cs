namespace Trellis.Returns.AnnexA;

/// <summary>The answers of Annex A, by what they are called here. The order of the lines decides where words stand in two.</summary>
internal static class CodeLists
{
    public static readonly CodeList YesNo = new("""
        yes = 1 y true | yes
        no = 0 n false | no
        """);

    /// <summary>Of a referral: whether nothing further was to be done.</summary>
    public static readonly CodeList NothingFurther = new("""
        yes = 1 y true nfa | yes | no further action
        no = 0 n false fa u | no | further action
        """);

    public static readonly CodeList YesNoUnknown = new("""
        yes = 1 y true | yes
        no = 0 n false | no | none
        unknown = c nobt refu | unknown | not known | not recorded | not obtained | not yet obtained | refused
        """);

    public static readonly CodeList Disability = new("""
        no = 0 n false | no | none | no disability
        unknown = c nobt refu | unknown | not known | not recorded | not obtained | not yet obtained | refused
        yes = 1 y true mob hand pc inc comm ld hear vis beh con aut dda | yes | disability | disabled under dda | other dda | mobility | hand function | personal care | incontinence | communication | learning | hearing | vision | behaviour | consciousness | autism | asperger syndrome
        """);

    public static readonly CodeList Seen = new("""
        no = 0 n false | no | not seen | unborn
        unknown = c | unknown | not known
        yes = 1 y true | yes | seen
        """);

    public static readonly CodeList Gender = new("""
        male = 1 m | male | transgender male
        female = 2 f | female
        neither = i | neither | indeterminate | transgender | non binary | unable to classify
        not-stated = 0 9 u | not stated | not recorded | not known | not specified | unknown | unspecified | unborn | withheld
        """);

    public static readonly CodeList Ethnicity = new("""
        mixed = mwbc mwba mwas moth b1 b2 b3 b4 | mixed | multiple | white and black caribbean | white black caribbean | black caribbean white | white and black african | white black african | black african white | white and asian | white asian | white caribbean | mixed white and black caribbean | mixed white and black african
        asian = aind apkn aban aoth c1 c2 c3 c4 | asian | indian | pakistani | bangladeshi
        black = bcrb bafr both d1 d2 d3 | black | caribbean | african
        white = wbri wiri wirt woth wrom wcor weng wsco wwel a1 a2 a3 a4 | white | british | irish | traveller of irish heritage | gypsy roma | gypsy | roma
        other = ooth chne e1 e2 oarb | other ethnic group | any other ethnic group | chinese | arab
        not-stated = nobt refu | not stated | not recorded | not known | not obtained | not yet obtained | information not yet obtained | unknown | refused
        """);

    /// <summary>Who made a contact or a referral, by the groups of the census's referral source.</summary>
    public static readonly CodeList Source = new("""
        individual = 1a 1b 1c 1d ind | individual | individuals | family member | relative | family | carer | parent | mother | father | grandparent | self | self referral | acquaintance | neighbour | friend | stranger | member of public | public
        schools = 2a | schools | school | academy | nursery | pre school
        education = 2b | education services | education service | education | college | pru | university | sencos | early years settings
        health = 3a 3b 3c 3d 3e 3f | health services | health service | health | gp | general practitioner | health visitor | school nurse | nurse | midwife | midwifery | hospital | a e | accident and emergency | camhs | nhs | ambulance | paediatrician | consultant | hospice | dentist
        housing = 4 hou | housing
        authority = 5a 5b 5c | la services | local authority services | local authority | council department | social care | social services | social worker | early help | youth offending | yot | yos
        police = 6 pol | police | ceop
        legal = 7 leg | other legal agency | legal agency | legal | court | courts | probation | immigration | cafcass | prison | solicitor
        anonymous = 9 anon | anonymous | anonymous not known
        unknown = 10 nk unk | unknown | not known | not recorded
        other = 8 oth | other | voluntary organisation | voluntary | charity | childrens centre | childrens centres | independent provider
        """);

    public static readonly CodeList Need = new("""
        abuse = n1 | abuse or neglect | abuse | neglect | child sexual exploitation | section 47
        parental-illness = n3 | parents illness or disability | parental illness or disability | parental illness | parent illness | parental disability
        disability = n2 | childs disability or illness | childs disability | child disability | disability
        stress = n4 | family in acute stress | acute stress
        dysfunction = n5 | family dysfunction | dysfunction
        behaviour = n6 | socially unacceptable behaviour | unacceptable behaviour
        low-income = n7 | low income
        absent-parenting = n8 | absent parenting | absent parent | parent absent | uasc
        other = n9 | cases other than children in need | cases other than child in need | not cin | not child in need | not children in need
        not-stated = n0 | not stated | not recorded | not specified | unknown
        """);

    public static readonly CodeList Closure = new("""
        adopted = rc1 | adopted | adoption order
        died = rc2 | died | deceased | death
        arrangements-order = rc3 | residence order | child arrangements order | child arrangement order
        guardianship = rc4 | special guardianship order | special guardianship
        other-authority = rc5 | transfer to another la | transferred to another la | transferred to services of another la | transferred to services of another local authority | transferred to another local authority | another local authority | other local authority
        adult-services = rc6 | transfer to adult social services | adult social services | adult social care | adult services | adult care
        after-assessment = rc8 rc9 | child not in need after assessment | case closed after assessment | closed after assessment | not in need after assessment
        not-stated = | not stated | unknown
        other = rc7 | other incl child no longer in need | child no longer in need | no longer in need | any other reason | services ceased for any other reason | services ceased | refused services | step down | inappropriate | other
        """);

    public static readonly CodeList CaseStatus = new("""
        looked-after = cla lac | looked after child | looked after
        protection-plan = cp cpp | child protection plan | child protection
        in-need-plan = cin | child in need plan | child in need | cin plan
        open-assessment = | open assessment | assessment in progress | assessment | open asmt
        closed = | closed episode | closed case | closed | care leaver
        """);

    public static readonly CodeList Abuse = new("""
        multiple = mul | multiple
        neglect = neg | neglect
        physical = phy | physical abuse | physical injury | physical
        sexual = sab | sexual abuse | sexual
        emotional = emo | emotional abuse | emotional | emotion
        """, several: "multiple");

    /// <summary>By the letters of the SSDA903's legal statuses.</summary>
    public static readonly CodeList LegalStatus = new("""
        interim = c1 | interim care orders | interim care order
        full = c2 | full care orders | full care order | fco | care order
        freed = d1 | freed for adoption
        placement-order = e1 | placement order granted | placement order
        agreement = v2 v3 v4 | accommodated under s20 | accommodated under section 20 | single period of accommodation under section 20 | section 20 | s20
        protection = l1 l2 l3 | detained on child protection grounds in la accommodation | detained on child protection grounds | under police protection | police protection | emergency protection order
        justice = j1 j2 j3 | youth justice legal statuses | youth justice | remanded | on remand | sentenced | under pace
        """);

    /// <summary>By the letters of the SSDA903's placements.</summary>
    public static readonly CodeList Placement = new("""
        foster = u1 u2 u3 u4 u5 u6 | foster placement | foster placements | foster carer | foster carers | fostering
        adoption = a3 a4 a5 a6 | placed for adoption | for adoption
        parents = p1 | placed with parents | with parents | own parents
        independent = p2 | independent living | living independently
        employment = p3 | residential employment
        schools = s1 | residential schools | residential school
        secure = k1 | secure childrens homes | secure childrens home | secure unit
        supported = k3 h5 | supported accommodation | residential accommodation | semi independent
        homes = k2 | childrens homes | childrens home
        residential-care = r1 | residential care home | residential care homes
        health = r2 | nhs health trust | nhs | health trust
        mother-and-baby = r3 | family centre or mother and baby unit | family centre | mother and baby unit
        custody = r5 | young offender institution | prison
        temporary = t0 t1 t2 t3 t4 | temporary
        other = z1 z11 z12 z13 z14 | other placement | other placements | other
        """);

    public static readonly CodeList Provider = new("""
        own = pr1 | own la | own provision | own local authority
        private = pr4 | private | private provision
        other = pr0 pr2 pr3 pr5 | other | other la provision | other local authority | other public provision | voluntary | third sector | parent
        """);

    public static readonly CodeList Location = new("""
        in = | in | inside | inside la | inside local authority | in la | in borough | in county
        out = | out | outside | outside la | outside local authority | out of la | out of borough | out of county
        """);

    public static readonly CodeList CareCeased = new("""
        adopted = e11 e12 | adopted | adoption
        died = e2 | died
        other-authority = e3 | care taken by another la | care taken over by another la | care taken over by another local authority
        home = e4 e4a e4b | returned home to live with parents or relatives | returned home | return home
        other-home = e13 | left care to live with parents relatives or other person with no parental responsibility | left care to live with parents
        arrangements-order = e41 e47 e48 | residence order granted | residence order | child arrangements order granted | child arrangements order
        guardianship = e43 e44 e45 e46 e46a e46b | special guardianship orders | special guardianship order | special guardianship
        independent = e5 e6 | moved into independent living | independent living
        adult-care = e7 | transferred to residential care funded by adult social services | transferred to residential care funded by adult social care services | transferred to residential care
        custody = e9 | sentenced to custody
        remand-ended = e14 | accommodation on remand ended
        adult-by-age = e15 | age assessment determined child was 18 or over | age assessment
        abroad = e16 | child moved abroad | moved abroad
        other = e8 e17 e81 e90 | care ceased for any other reason | any other reason | reached age 18
        """);

    public static readonly CodeList Permanence = new("""
        home = | return to family | return to birth family | return to birth parents | return home | birth family
        order = sgo cao | sgo cao | special guardianship order | special guardianship | child arrangements order | child arrangement order
        fostering = | long term fostering | permanent fostering | fostering | foster carers
        adoption = | adoption
        supported = | supported living in the community | supported living
        residential = | long term residential placement | residential
        other = | other | independent living
        """);

    public static readonly CodeList Eligibility = new("""
        former-relevant = fr | former relevant | former relevant child
        relevant = r | relevant child | relevant
        qualifying = q | qualifying care leaver | qualifying
        eligible = e | eligible child | eligible
        other = | other
        """);

    /// <summary>As the SSDA903's IN_TOUCH: who died or went back to parents for good is left out.</summary>
    public static readonly CodeList Touch = new("""
        left-out = died rhom | died | deceased | returned home | returned to parents | returned to live with parents | exclude
        not-in-touch = b nreq refu 0 n no false | not in touch | refused | no longer requires services | residence not known | gone abroad no
        not-recorded = c nan | not recorded | unknown | no contact recorded
        in-touch = a 1 y true | in touch | yes
        """);

    /// <summary>By the letters of the SSDA903's ACCOM.</summary>
    public static readonly CodeList Home = new("""
        parents = b b1 b2 | with parents or relatives | parents or relatives | with parents
        community = c c1 c2 | community home | residential care
        semi-independent = d d1 d2 | semi independent transitional accommodation | semi independent | transitional accommodation
        lodgings-supported = e e1 e2 | supported lodgings
        abroad = g g1 g2 | gone abroad | abroad
        deported = h h1 h2 | deported
        lodgings = k k1 k2 | ordinary lodgings
        not-known = r r1 r2 | residence not known | whereabouts unknown | not known
        homeless = s s1 s2 | no fixed abode homeless | no fixed abode | homeless
        foyers = t t1 t2 | foyers | foyer
        independent = u u1 u2 | independent living | own tenancy
        emergency = v v1 v2 | emergency accommodation | emergency
        bed-and-breakfast = w w1 w2 | bed and breakfast
        custody = x x1 x2 | in custody | custody | prison
        former-carer = z z1 z2 | with former foster carer | with former foster carers | former foster carer | former foster carers | staying put
        other = y y1 y2 | other accommodation | other
        """);

    public static readonly CodeList Suitability = new("""
        no = b 2 n false no | not suitable | unsuitable
        not-known = c 0 nan | not in touch or not recorded | not recorded | unknown
        left-out = d | exclude
        yes = a 1 y true yes | suitable
        """);

    /// <summary>As the SSDA903's ACTIV.</summary>
    public static readonly CodeList Activity = new("""
        f1 = f1 | full time in higher education | full time higher education
        p1 = p1 | part time in higher education | part time higher education
        f2 = f2 | full time in education other than higher | full time education other than higher education
        p2 = p2 | part time in education other than higher | part time education other than higher education
        f4 = f4 | full time in an apprenticeship | full time apprenticeship
        p4 = p4 | part time in an apprenticeship | part time apprenticeship
        f5 = f5 f3 | full time in training or employment | full time training or employment
        p5 = p5 p3 | part time in training or employment | part time training or employment
        g4 = g4 | illness or disability | illness disability | due to illness
        g6 = g6 | pregnancy or parenting | pregnancy
        g5 = g5 | other circumstances | not in education employment or training | neet
        not-known = 0 | not in touch | not recorded | not known | unknown
        """);

    public static readonly CodeList NoLongerForAdoption = new("""
        needs-changed = rd1 | childs needs changed | needs changed
        no-order = rd2 | court did not make a po | court did not make a placement order | did not make a placement order
        no-adopters = rd3 | prospective adopters cannot be found | prospective adopters could not be found | no adopters found
        other = rd4 | any other reason | other
        """);

    public static readonly CodeList AdoptersLeft = new("""
        withdrew = 1 | adopter withdrew from process | withdrew | withdrawn
        on-hold = 2 | process put on hold | process on hold | on hold
        refused = 3 | application refused | refused
        """);
}
