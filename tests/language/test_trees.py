"""What each family of sentence says, its tree written out by hand."""

from __future__ import annotations

from datetime import date

from tests.language.text import one

from trainrules.language import ast
from trainrules.language.ast import (
    Act,
    Amount,
    Anchor,
    Cycle,
    Do,
    Duration,
    Every,
    Label,
    Name,
    Pick,
    Qualifier,
    Quote,
    Rule,
    Subject,
    Training,
    Within,
)

GROUP_B = Subject((Pick("group", Name("B")),))


def done(text: str) -> ast.Action:
    action: ast.Action = one(text).action
    return action


def who(text: str) -> Subject:
    subject: Subject = one(f"{text} must complete X").subject
    return subject


def test_a_terse_rule() -> None:
    assert one("Group B within 6 months") == Rule(GROUP_B, None, Do(), (Within(Duration(6, "month")),))


def test_a_whole_rule_with_its_citation_and_quote() -> None:
    text = 'Group B should complete "X" within 1 month of joining, prior training does not count [6.12 B]'
    assert one(f'{text}\n  "as is"') == Rule(
        GROUP_B,
        "should",
        Do("complete", (Act("complete", Training(Name("X"))),)),
        (Within(Duration(1, "month"), Anchor("joining")),),
        (ast.PriorNotCounted(),),
        Label("6.12 B"),
        (Quote("as is"),),
    )


def test_subjects() -> None:
    lone = [Pick(None, Name(each)) for each in ("DSL", "Deputy DSL")]
    assert who('DSL and "Deputy DSL"') == Subject(tuple(lone))
    assert who("Groups 3–7 or Level 9") == Subject(
        (Pick("group", Name("3"), Name("7")), Pick("level", Name("9")))
    )
    assert who("Levels 1, 2 and 5") == Subject(
        (Pick("level", Name("1")), Pick(None, Name("2")), Pick(None, Name("5")))
    )
    assert who("Levels 2 and above") == Subject((Pick("level", Name("2"), above=True),))
    assert who('Members of the "L&D"') == Subject((Pick("members", Name("L&D")),))
    assert who('The body "L&D"') == Subject((Pick("body", Name("L&D")),))
    assert who("Every multi-agency virtual course") == Subject(
        (Pick("courses", modes=(Name("multi-agency"), Name("virtual"))),)
    )
    for text, noun in (
        ("Trainers", "trainers"),
        ("All agencies", "agencies"),
        ("The partnership", "partnership"),
    ):
        assert who(text) == Subject((Pick(noun),))


def test_qualifiers() -> None:
    dsl = (Pick(None, Name("DSL")),)
    assert who("Group B who are DSL") == Subject(GROUP_B.picks, Qualifier("who are", dsl))
    assert who("Group B except DSL") == Subject(GROUP_B.picks, Qualifier("except", dsl))
    assert who("Group B in Level 1") == Subject(GROUP_B.picks, Qualifier("in", (Pick("level", Name("1")),)))
    assert who('Staff in the voluntary or "early years" sector') == Subject(
        (Pick("everyone"),),
        Qualifier("in", (Pick(None, Name("voluntary")), Pick(None, Name("early years"))), Name("sector")),
    )


def test_training() -> None:
    def training(text: str) -> Training | Name:
        action = done(f"Everyone must complete {text}")
        assert isinstance(action, Do)
        return action.acts[0].thing

    multi = Name("multi-agency")
    assert training("multi-agency training") == Training(modes=(multi,))
    assert training("multi-agency level 3 training") == Training(own=Pick("level", Name("3")), modes=(multi,))
    assert training("DSL training") == Training(own=Pick(None, Name("DSL")))
    assert training('multi-agency "First Steps"') == Training(Name("First Steps"), modes=(multi,))
    assert training("the Neglect course") == Training(Name("Neglect"))
    assert training("any other training") == Training(other=True)


def test_lists_of_acts() -> None:
    attend, hold = Act("attend", Training(Name("T"))), Act("hold", Name("Q"))
    assert done('Trainers must attend "T" or hold a "Q"') == Do("attend", (attend, hold), "or")
    a, b, c = (Act("complete", Training(Name(each))) for each in "ABC")
    assert done("Everyone must complete A, B and C") == Do("complete", (a, b, c), "and")
    assert done('Agencies must have a "P", and a new one each quarter') == Do(
        "have", (Act("have", Name("P")),), None, Cycle("quarter")
    )
    assert done('Agencies must report "R" to MASA each quarter') == Do(
        "report", (Act("report", Name("R"), Name("MASA")),)
    )
    assert done('body "L&D" must meet every 6 weeks') == Do("meet")


def test_amounts() -> None:
    assert done("Trainers should deliver at least 3 days of training each calendar year") == ast.AtLeast(
        "deliver", Amount("3"), "days", Training()
    )
    assert done("Level 3 at least 7.5 hours over 3 years") == ast.AtLeast(None, Amount("7.5"), "hours")
    assert done('Members of "X" must attend at least 80% of meetings each quarter') == ast.AtLeast(
        "attend", Amount("80", percent=True), "meetings"
    )
    assert done("The partnership must hold at least 1 conference each quarter") == ast.AtLeast(
        "hold", Amount("1"), None, Name("conference")
    )
    assert done('DSL must attend "Update" at least twice each quarter') == ast.AtLeast(
        "attend", Amount("2"), "times", Training(Name("Update"))
    )


def test_actions_of_their_own() -> None:
    assert done("levels 1–2 single-agency or virtual only") == ast.Only(
        (Name("single-agency"), Name("virtual"))
    )
    assert done('Members of "X" must not miss 2 consecutive meetings') == ast.NotMiss(2)
    assert done("An impact evaluation must be returned on the day of each course") == ast.Return(
        Name("impact")
    )
    assert done(
        "A booking must be attended or cancelled at least 7 clear working days before the session"
    ) == (ast.GiveNotice("booking", Duration(7, "working day"), clear=True))
    assert done("Every course must be advertised at least 6 months before each session") == (
        ast.GiveNotice("session", Duration(6, "month"))
    )
    assert done('Every course must meet standard "X" and "Y"') == ast.MeetStandard((Name("X"), Name("Y")))


def test_times() -> None:
    def time(text: str) -> ast.Timing:
        (timing,) = one(f"Everyone must complete X {text}").timings
        made: ast.Timing = timing
        return made

    course, three = Training(modes=(Name("multi-agency"),)), Duration(3, "month")
    day = date(2016, 4, 1)
    assert time("within 3 months of 1 April 2016") == Within(three, Anchor("date", day=day))
    assert time("within 3 months of approval") == Within(three, Anchor("fact", name=Name("approval")))
    assert time("within 3 months of each multi-agency course") == Within(
        three, Anchor("each", training=course)
    )
    assert time("within 3 months after each multi-agency course") == ast.Between(0, three, course)
    assert time("between 1 and 3 months after each multi-agency course") == ast.Between(1, three, course)
    assert time("on the day of each multi-agency course") == ast.OnTheDay(course)
    assert time("every year") == Every(Duration(1, "year"))
    assert time("each school year") == ast.Each(Cycle("year", 9, 1))
    assert time("each year from 1 April") == ast.Each(Cycle("year", 4, 1))
    assert time("by 1 April 2016") == ast.By(day)
    assert time("once") == ast.Once()
    assert time("in December 2011") == ast.InMonth(ast.Month(12, 2011))
    assert time("in May each year") == ast.InMonth(ast.Month(5))
    assert time("before multi-agency training") == ast.Before(course)
    assert time("before delivering multi-agency training") == ast.Before(course, delivering=True)
    assert time("over 3 months") == ast.Over(three)


def test_clauses() -> None:
    def clause(text: str) -> ast.Clause:
        (made,) = one(f"Level 3 at least 8 hours every 2 years, {text}").clauses
        found: ast.Clause = made
        return found

    day, month = date(2014, 4, 1), Duration(1, "month")
    assert clause("with certificate") == ast.WithEvidence("certificate")
    assert clause("from 1 April 2014") == ast.RuleFrom(day)
    assert clause("until 1 April 2014") == ast.RuleUntil(day)
    assert clause("for those starting on or before 1 April 2014") == ast.ForThoseStarting("on or before", day)
    assert clause("counted from the due date") == ast.FromDueDate()
    assert clause("keeping the date if renewed in the last 1 month") == ast.KeepingDate(month)
    assert clause("with 1 month's grace") == ast.Grace(month)
    assert clause("not beyond 1 month of joining") == ast.NotBeyond(month, Anchor("joining"))
    assert clause("first within 1 month") == ast.FirstWithin(month)
    assert clause("then every month") == ast.Then(month)
    assert clause('then "A" or "B" every month') == ast.Then(
        month, tuple(Act("complete", Training(Name(each))) for each in "AB"), "or"
    )
    assert clause("instead of [6.2g]") == ast.InsteadOf(Label("6.2g"))
    assert clause("unless national policy\n  differs") == ast.Unless("national policy differs")
    assert clause('if lapsed more than 1 month then "F"') == ast.IfLapsed(month, Training(Name("F")))
    assert clause("not counting leave") == ast.NotCountingLeave()
    assert clause("pro rata") == ast.ProRata()
    assert clause("of which at least half participatory") == ast.OfWhich(
        Amount("half"), Training(Name("participatory"))
    )
    assert clause("of which at least 2 hours of virtual training") == ast.OfWhich(
        Amount("2"), Training(modes=(Name("virtual"),))
    )
    assert clause('otherwise "charge"') == ast.Otherwise(Quote("charge"))


def test_the_head() -> None:
    assert one('source "S" in "s.txt"') == ast.SourceLine("S", "s.txt")
    assert one("in force from 1 April 2014 until 2 April 2014") == ast.InForce(
        date(2014, 4, 1), date(2014, 4, 2)
    )
    assert one("next review September 2022") == ast.Head("next review", ast.Month(9, 2022))
    assert one("breaks of up to 1 month do not restart a deadline") == ast.Head(
        "breaks", Duration(1, "month")
    )
    assert one("strength recommended") == ast.Head("strength", "is recommended to")


def test_vocabulary() -> None:
    assert one("levels 1–8") == ast.Declare("level", (Pick(None, Name("1"), Name("8")),))
    assert one('body "L&D" with members') == ast.Declare(
        "body", (Pick(None, Name("L&D")),), with_members=True
    )
    assert one("attribute sector: school, 1, virtual") == ast.Declare(
        "attribute", (Pick(None, Name("sector")),), values=(Name("school"), Name("1"), Name("virtual"))
    )
    assert one('course X for level 2, multi-agency, also called "Y" [4]') == ast.DeclareCourse(
        Name("X"), (Pick("level", Name("2")),), (Name("multi-agency"),), (Name("Y"),), Label("4")
    )
    assert one("level 3 training counts as level 2 training for DSL") == ast.CountsAs(
        Training(own=Pick("level", Name("3"))),
        Training(own=Pick("level", Name("2"))),
        (Pick(None, Name("DSL")),),
    )
