"""Razorpay's settlement report: read as a whole or refused by its line."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as some

from core.errors import Refusal
from core.settlements.reading import ReportLine, read_report

HEAD = "transaction_entity,entity_id,amount,fee (exclusive tax),tax,debit,credit,settlement_id,settled_at,utr"
DASHBOARD = f"""{HEAD}
payment,pay_A1,"1,240.50",24.81,4.47,0,1211.22,setl_1,2027-05-03 10:12:00,UTR1
refund,rfnd_B2,100,,,100,0,setl_1,03/05/2027,UTR1
"""


def test_a_report_of_the_dashboard_is_read() -> None:
    day = date(2027, 5, 3)
    assert read_report("\ufeff" + DASHBOARD) == [
        ReportLine("pay_A1", "payment", 124_050, 2_481, 447, "setl_1", "UTR1", day),
        ReportLine("rfnd_B2", "refund", 10_000, 0, 0, "setl_1", "UTR1", day),
    ]


def test_columns_may_be_called_otherwise_and_stand_elsewhere() -> None:
    report = "settlement_id,amount,type,x,entity_id\nsetl_2,9.5,Payment,?,pay_C3\n\n"
    assert read_report(report) == [ReportLine("pay_C3", "payment", 950, 0, 0, "setl_2", "", None)]


@pytest.mark.parametrize(
    ("report", "line"),
    [
        ("", 1),
        ("name,amount\nAsha,1", 1),
        ("entity_id,type,amount,settlement_id", 1),
        ("entity_id,type,amount,settlement_id\npay_1,payment,1,setl_1\n=cmd(),payment,1,setl_1", 3),
        ("entity_id,type,amount,settlement_id\npay_1,payment,one,setl_1", 2),
        ("entity_id,type,amount,settlement_id\npay_1,gift,1,setl_1", 2),
        ("entity_id,type,amount,settlement_id\npay_1,payment,1", 2),
    ],
)
def test_what_is_no_report_is_refused_by_its_line(report: str, line: int) -> None:
    with pytest.raises(Refusal) as caught:
        read_report(report)
    assert (caught.value.code, caught.value.values) == ("report-unreadable", {"line": line})


@given(some.text())
def test_any_text_is_read_or_refused(text: str) -> None:
    try:
        assert read_report(text)
    except Refusal as refusal:
        assert refusal.code in {"report-unreadable", "report-too-long"}
