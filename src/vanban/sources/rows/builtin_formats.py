"""The number formats that a workbook names by number alone, without writing them down."""

from __future__ import annotations

from collections.abc import Mapping

GENERAL = "General"

BUILTIN: Mapping[str, str] = {
    "0": GENERAL, "1": "0", "2": "0.00", "3": "#,##0", "4": "#,##0.00",
    "5": '#,##0 "₫"', "6": '#,##0 "₫"', "7": '#,##0.00 "₫"', "8": '#,##0.00 "₫"',
    "9": "0%", "10": "0.00%", "11": "0.00E+00", "12": "# ?/?", "13": "# ??/??",
    "14": "dd/mm/yyyy", "15": "d-mmm-yy", "16": "d-mmm", "17": "mmm-yy",
    "18": "h:mm AM/PM", "19": "h:mm:ss AM/PM", "20": "h:mm", "21": "h:mm:ss",
    "22": "dd/mm/yyyy h:mm", "37": "#,##0", "38": "#,##0",
    "39": "#,##0.00", "40": "#,##0.00",
    "41": '#,##0;-#,##0;"-";@', "42": '#,##0 "₫";-#,##0 "₫";"-" "₫";@',
    "43": '#,##0.00;-#,##0.00;"-";@', "44": '#,##0.00 "₫";-#,##0.00 "₫";"-" "₫";@',
    "45": "mm:ss", "46": "[h]:mm:ss", "47": "mm:ss.0", "48": "##0.0E+0", "49": "@",
    **dict.fromkeys(("27", "28", "29", "30", "31", "36"), "dd/mm/yyyy"),
    **dict.fromkeys(("32", "33", "34", "35", "55", "56"), "h:mm:ss"),
    **dict.fromkeys(("50", "51", "52", "53", "54", "57", "58"), "dd/mm/yyyy"),
}  # fmt: skip
"""Codes by number, as Excel in Vietnam shows them; what none has is shown as it is stored.

Those of money are the ones that depend on the country; 27 to 36 and 50 to 58 are dates and
times where Excel was made for East Asia.
"""
