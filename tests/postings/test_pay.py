"""Pay in the forms in which postings of many countries state it, and sums that are no pay."""

import pytest

from pmgap.postings.layout import fragments
from pmgap.postings.pay import pay_stated

STATED = [
    (["- Up to £82,000"], (None, 82000, "GBP", "year")),
    (["- From €61,000"], (61000, None, "EUR", "year")),
    (["Zone A: $143,500 - $190,400 annually", "Zone B: $131,000 - $172,000 annually"], (143500, 190400, "USD", "year")),
    (["£48,200 - £53,900 (north), £52,000 - £58,000 (Cardiff)"], (48200, 53900, "GBP", "year")),
    (["Base salary: $150,000 - $180,000. On-target earnings: $190,000 - $220,000."], (150000, 180000, "USD", "year")),
    (["OTE $200,000 - $240,000, base $160,000 - $190,000"], (160000, 190000, "USD", "year")),
    (
        ["Total compensation $210,000 - $260,000 (base salary $170,000 - $200,000 plus bonus)"],
        (170000, 200000, "USD", "year"),
    ),
    (["California: $180,000 - $220,000; New York: $175,000 - $215,000"], (180000, 220000, "USD", "year")),
    (
        [
            "The base pay range for this role is $120,000 to $160,000 in San Francisco, and $100,000 to $140,000 elsewhere."
        ],
        (120000, 160000, "USD", "year"),
    ),
    (["Minimum Salary: $88,300. Maximum Salary: $151,700."], (88300, 151700, "USD", "year")),
    (["Salary minimum £45,000, maximum £55,000"], (45000, 55000, "GBP", "year")),
    (["Salary: £65,000"], (65000, 65000, "GBP", "year")),
    (["Pay: EUR 91,000 base with a 12% bonus"], (91000, 91000, "EUR", "year")),
    (["This job pays CAD 210,000 to 250,000 base and a target bonus of 20%."], (210000, 250000, "CAD", "year")),
    (["Contract: B2B 19 000 - 24 000 PLN net / month"], (19000, 24000, "PLN", "month")),
    (["Up to £75,000 per annum"], (None, 75000, "GBP", "year")),
    (["Salary up to €80.000"], (None, 80000, "EUR", "year")),
    (["Salary from £60,000"], (60000, None, "GBP", "year")),
    (["Salary from $130k"], (130000, None, "USD", "year")),
    (["Salary of NT$52,000 or above per month"], (52000, None, "TWD", "month")),
    (["NT$60,000 and above monthly salary"], (60000, None, "TWD", "month")),
    (["£50,000+ depending on experience"], (50000, None, "GBP", "year")),
    (["€70k+ gross per year"], (70000, None, "EUR", "year")),
    (["Salary: circa £70,000"], (70000, 70000, "GBP", "year")),
    (["Salary: c. £70k"], (70000, 70000, "GBP", "year")),
    (["Salary: £70k pa"], (70000, 70000, "GBP", "year")),
    (["Starting salary: CHF 120,000"], (120000, 120000, "CHF", "year")),
    (["Starting from CHF 110'000 gross per year"], (110000, None, "CHF", "year")),
    (["At least €55.000 gross annual salary"], (55000, None, "EUR", "year")),
    (["Minimum gross salary of €3,200 per month"], (3200, None, "EUR", "month")),
    (["$140k-$170k + equity"], (140000, 170000, "USD", "year")),
    (["$140-170k base"], (140000, 170000, "USD", "year")),
    (["Salary: 90-110k EUR"], (90000, 110000, "EUR", "year")),
    (["€60K – €75K per year"], (60000, 75000, "EUR", "year")),
    (["80k - 95k GBP annually"], (80000, 95000, "GBP", "year")),
    (["Comp: $165K to $190K"], (165000, 190000, "USD", "year")),
    (["CTC: 18-25 LPA"], (1800000, 2500000, "INR", "year")),
    (["Salary: 12 - 18 Lakhs per annum"], (1200000, 1800000, "INR", "year")),
    (["₹20,00,000 - ₹28,00,000 per year"], (2000000, 2800000, "INR", "year")),
    (["Rs. 15 lakh to 22 lakh"], (1500000, 2200000, "INR", "year")),
    (["Upto 30 LPA"], (None, 3000000, "INR", "year")),
    (["INR 25L - 40L per annum"], (2500000, 4000000, "INR", "year")),
    (["CTC 15 LPA"], (1500000, 1500000, "INR", "year")),
    (["Budget: 24 - 30 LPA"], (2400000, 3000000, "INR", "year")),
    (["R45 000 - R60 000 per month"], (45000, 60000, "ZAR", "month")),
    (["Salary: R55,000 to R70,000 per month"], (55000, 70000, "ZAR", "month")),
    (["R900 000 - R1 200 000 per annum CTC"], (900000, 1200000, "ZAR", "year")),
    (["R 780 000 per annum"], (780000, 780000, "ZAR", "year")),
    (["R1.1m - R1.4m per annum"], (1100000, 1400000, "ZAR", "year")),
    (["R850k - R1.1m per annum"], (850000, 1100000, "ZAR", "year")),
    (["Location: Lagos, Nigeria. Salary: N420,000 - N560,000 monthly"], (420000, 560000, "NGN", "month")),
    (["Based in Abuja. Pay: N500,000 monthly net"], (500000, 500000, "NGN", "month")),
    (["₦7,000,000 per annum"], (7000000, 7000000, "NGN", "year")),
    (["NGN 800,000 - 1,000,000 gross monthly"], (800000, 1000000, "NGN", "month")),
    (["KES 250,000 - 300,000 per month"], (250000, 300000, "KES", "month")),
    (["18 000 - 24 000 PLN net + VAT / month (B2B)"], (18000, 24000, "PLN", "month")),
    (
        ["18 000 – 24 000 PLN net per month on B2B, or 15 000 – 20 000 PLN gross on a contract of employment"],
        (18000, 24000, "PLN", "month"),
    ),
    (["Salary: 20 000–26 000 zł gross monthly"], (20000, 26000, "PLN", "month")),
    (["PLN 22,000 - 28,000 gross/month"], (22000, 28000, "PLN", "month")),
    (["150-190 PLN/h net + VAT on B2B"], (150, 190, "PLN", "hour")),
    (["80 000 – 110 000 CZK per month"], (80000, 110000, "CZK", "month")),
    (["SEK 55 000 - 65 000 per month"], (55000, 65000, "SEK", "month")),
    (["DKK 55.000 per month"], (55000, 55000, "DKK", "month")),
    (["NOK 850 000 - 1 000 000 per year"], (850000, 1000000, "NOK", "year")),
    (["Toronto, ON. Salary: $120,000 - $150,000"], (120000, 150000, "CAD", "year")),
    (["CAD $120,000 - $150,000 per year"], (120000, 150000, "CAD", "year")),
    (["The expected base salary range is C$130,000 to C$165,000"], (130000, 165000, "CAD", "year")),
    (["$115,000 - $140,000 CAD"], (115000, 140000, "CAD", "year")),
    (["SGD 7,000 - 9,500 per month"], (7000, 9500, "SGD", "month")),
    (["S$8,000 to S$10,000 monthly + AWS"], (8000, 10000, "SGD", "month")),
    (["Singapore. Salary: $6,500 - $8,500 per month"], (6500, 8500, "SGD", "month")),
    (["AUD 150,000 - 170,000 + super"], (150000, 170000, "AUD", "year")),
    (["Sydney. $160k - $180k + super"], (160000, 180000, "AUD", "year")),
    (["HK$45,000 - 60,000 per month"], (45000, 60000, "HKD", "month")),
    (["AED 25,000 - 30,000 per month"], (25000, 30000, "AED", "month")),
    (["RM 8,000 - RM 12,000 per month"], (8000, 12000, "MYR", "month")),
    (["IDR 15.000.000 - 20.000.000 per month"], (15000000, 20000000, "IDR", "month")),
    (["Rp 18.000.000 per month"], (18000000, 18000000, "IDR", "month")),
    (["PHP 80,000 - 110,000 monthly"], (80000, 110000, "PHP", "month")),
    (["R$ 12.000 - R$ 16.000 per month"], (12000, 16000, "BRL", "month")),
    (["MXN 70,000 - 90,000 monthly gross"], (70000, 90000, "MXN", "month")),
    (["¥8,000,000 - ¥12,000,000 per year"], (8000000, 12000000, "JPY", "year")),
    (["8 - 12 million yen annually"], (8000000, 12000000, "JPY", "year")),
    (["Salary: 60m KRW"], (60000000, 60000000, "KRW", "year")),
    (["Salary: 4-6 million PKR"], (4000000, 6000000, "PKR", "year")),
    (["Salary for 2026 KSh 60,000 per month"], (60000, 60000, "KES", "month")),
    (["Salary 2026 KES 120,000 – 150,000"], (120000, 150000, "KES", "month")),
    (["The salary in 2026: 60,000 USD 2026"], (60000, 60000, "USD", "year")),
    (["Salary: " + "1 " * 100, "Salary 2,000 EUR 24 days of holiday, 55,000 EUR"], (55000, 55000, "EUR", "year")),
    (["25k-40k RMB per month"], (25000, 40000, "CNY", "month")),
    (["$65 - $80 per hour"], (65, 80, "USD", "hour")),
    (["Pay: $70/hr on W2"], (70, 70, "USD", "hour")),
    (["Rate: $75-85/hour"], (75, 85, "USD", "hour")),
    (["£550 - £600 per day, outside IR35"], (550, 600, "GBP", "day")),
    (["Day rate: £500"], (500, 500, "GBP", "day")),
    (["€90/hour"], (90, 90, "EUR", "hour")),
    (["55.000 - 70.000 EUR brutto"], (55000, 70000, "EUR", "year")),
    (["Gross annual salary between 65.000€ and 80.000€"], (65000, 80000, "EUR", "year")),
    (["45.000€ - 55.000€ gross"], (45000, 55000, "EUR", "year")),
    (["45-55K€ gross annual"], (45000, 55000, "EUR", "year")),
    (["a gross monthly salary between EUR 4,120 and EUR 5,980"], (4120, 5980, "EUR", "month")),
    (["€4.000,00 - €5.500,00 gross per month"], (4000, 5500, "EUR", "month")),
    (["Salary: between 4000 and 5500 euro gross per month"], (4000, 5500, "EUR", "month")),
    (["50 000 € - 60 000 € brut annuel"], (50000, 60000, "EUR", "year")),
    (["Package: 70-80 k€"], (70000, 80000, "EUR", "year")),
    (["Salary range: 60-75 K€ fixed + variable"], (60000, 75000, "EUR", "year")),
    (["$120,000.00 - $150,000.00 per year"], (120000, 150000, "USD", "year")),
    (["Salary Range: USD $110,000/Yr. - USD $130,000/Yr."], (110000, 130000, "USD", "year")),
    (["$110,000/year - $130,000/year"], (110000, 130000, "USD", "year")),
    (["Pay range $57.69—$76.92 hourly"], (57.69, 76.92, "USD", "hour")),
    (["$128,700—$214,500 USD"], (128700, 214500, "USD", "year")),
    (["Pay Range", "$128,700 - $214,500"], (128700, 214500, "USD", "year")),
    (["Salary ranges for U.S. locations (USD): 98,400.00 - 147,600.00."], (98400, 147600, "USD", "year")),
    (
        ["The base pay ranges from $101,300/year in our lowest geographic market up to $187,900/year in our highest."],
        (101300, 187900, "USD", "year"),
    ),
    (["Salary £29,500 rising to £33,000 in year two"], (29500, 33000, "GBP", "year")),
    (["Salary: $82,000 + super"], (82000, 82000, "AUD", "year")),
    (["Salary: $82,000+ per year"], (82000, None, "USD", "year")),
    (["For this role: $152,000 (USD), and tea."], (152000, 152000, "USD", "year")),
    (["Salary, EUR: 60,000 to 70,000"], (60000, 70000, "EUR", "year")),
    (["Salary scale: €55,196 €56,810 €58,422 LSI1 €63,859 LSI2 €66,073"], (55196, 66073, "EUR", "year")),
    (["Salary: £40,000, or £38,000 or £36,000 in the regions"], (40000, 40000, "GBP", "year")),
    (["Nova Scotia", "Salary range: $2,318.44 - $2,840.06 Bi-Weekly"], (2318.44, 2840.06, "CAD", "two weeks")),
    (["Lead PM | Dubai | AED 32-38k + housing + flights"], (32000, 38000, "AED", "month")),
    (["The annual salary for this role is targeted at $95k."], (95000, 95000, "USD", "year")),
    (
        ["The US base salary range for this full-time position is $142,000-$211,000 + bonus + equity + benefits."],
        (142000, 211000, "USD", "year"),
    ),
    (["Salary: 21 000 - 27 000 PLN net + VAT"], (21000, 27000, "PLN", "month")),
    (["Salary: R38 000 - R52 000"], (38000, 52000, "ZAR", "month")),
    (["Salary: R820 000 - R990 000"], (820000, 990000, "ZAR", "year")),
    (["Salary: SEK 52 000"], (52000, 52000, "SEK", "month")),
    (["Our pay: level 2 is $118,450 and level 3 is $134,700."], (118450, 134700, "USD", "year")),
    (
        ["Base pay is $136,900 a year in our lowest cost market and goes up to $223,400 a year in the highest."],
        (136900, 223400, "USD", "year"),
    ),
    (["Starting salary of €30,000, rising to €34,000 in year 2"], (30000, 34000, "EUR", "year")),
    (["Pay: USD 128,000 (or 141,000 if you're at our level 4)."], (128000, 141000, "USD", "year")),
    (["Salary: Band 7 - £40,057 to £45,839 per annum pro rata"], (40057, 45839, "GBP", "year")),
    (["Gross salary: from 4200 to 6300 EUR/mon."], (4200, 6300, "EUR", "month")),
    (["The minimum salary: for this position it is EUR 3.650,- gross per month (x 14)"], (3650, None, "EUR", "month")),
    (["Salary $60,000. Team lead salary in the next step $180,000."], (60000, 60000, "USD", "year")),
    (["Salary: 8,00,000 - 12,00,000 INR"], (800000, 1200000, "INR", "year")),
    (
        ["Employment contract: 17,000 - 23,000 PLN gross/month; B2B: 21,000 - 28,000 PLN net/month"],
        (17000, 23000, "PLN", "month"),
    ),
]

NO_PAY = [
    "Up to £82,000 at stake",
    "Up to £9,000",
    "English classes and R$ 3.500/year to invest in your growth",
    "Stipend ₹40,000 per month",
    "We raised $45M in Series B funding",
    "$100,000 - $500,000 deals with customers",
    "Responsible for a budget of $250,000 - $400,000",
    "We manage $2,000,000,000 in assets",
    "Annual learning budget of $2,000 per year",
    "A signing bonus of $10,000",
    "Referral bonus of $5,000",
    "Manage a P&L of $20M",
    "ARR grew from $10M to $30M last year",
    "Serving 100,000 - 200,000 users",
    "Companies with revenue of $50,000 - $100,000 per month",
    "$1,000 home office stipend per year",
    "Monthly wellness allowance of €100",
    "You will own products that bring $400,000 a year in revenue",
    "Our customers save $30,000 a year",
    "Annual bonus of up to $20,000",
    "Annual performance bonus target: 15%",
    "Equity worth $50,000 - $100,000 over four years",
    "Average transaction of $15,000 per year",
    "We help people with salaries of $40,000 to $80,000 buy homes",
    "Grants of £20,000 - £50,000 for charities",
    "R45 000 signing bonus",
    "Budget responsibility of EUR 100,000 - 200,000 per year",
    "Life insurance of 4x salary up to £200,000",
    "Relocation package of up to €5,000",
    "Competitive salary",
    "Our new plant makes 3 lac units p.a.",
    "Budget responsibility: Monitoring of product budgets to a value of up to £750,000 per annum",
    "Mediclaim of 10 lakhs for the family, competitive compensation",
    "41% of our learners are from families with income below 5 lacs per annum",
]


@pytest.mark.parametrize(("lines", "pay"), STATED, ids=[" / ".join(lines) for lines, _ in STATED])
def test_pay_is_read(lines: list[str], pay: tuple[float | None, float | None, str, str]) -> None:
    found = pay_stated(fragments(["# Product Manager", "", *lines]))
    assert found is not None
    assert (found.min, found.max, found.currency, found.per) == pay


@pytest.mark.parametrize("line", NO_PAY)
def test_other_sums_are_no_pay(line: str) -> None:
    assert pay_stated(fragments(["# Product Manager", "", line])) is None


def test_a_capital_n_is_a_sign_only_where_nigeria_is_named() -> None:
    assert pay_stated(fragments(["Berlin", "", "Salary: N350,000 monthly"])) is None


def test_the_highest_sum_may_be_told_in_the_next_sentence() -> None:
    lines = [
        "Salary",
        "",
        "For this position it is EUR 48,500 gross per year. Depending on experience we pay up to EUR 64,000 gross per year.",
    ]
    found = pay_stated(fragments(lines))
    assert found is not None
    assert (found.min, found.max) == (48500, 64000)


def test_a_range_may_be_told_in_two_sentences_far_apart() -> None:
    found = pay_stated(
        fragments(["Minimum salary: €52,000", "", "We are a team of nine.", "", "Maximum salary: €64,000"])
    )
    assert found is not None
    assert (found.min, found.max) == (52000, 64000)
