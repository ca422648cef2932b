//! What is looked at in the units' reports: rules that the office edits, the warnings they give, and what a unit
//! answered to a warning.
use chrono::NaiveDate;

use crate::domain::id::Id;
use crate::domain::record::{Fault, Order, choices, record};
use crate::domain::submission::{Item, Submission};
use crate::domain::unit_report::UnitReport;
use crate::domain::value::Lines;
use crate::text::{Said, field as t, rule, units as u};

choices! {
    /// What a rule compares.
    pub enum CheckKind {
        #[default] Present "present" = u::CHECK_PRESENT;
        AtMost "at-most" = u::CHECK_AT_MOST;
        Last "last" = u::CHECK_LAST;
        Own "own" = u::CHECK_OWN;
    }
}

record! {
    /// A rule about one figure, or about every one.
    pub struct CheckRule {
        table: "check_rule", source: "check_rule", title: u::CHECK_RULES, one: u::ONE_CHECK_RULE,
        search: &["name"], order: Order::Row,
    }
    columns {
        name: String => u::RULE_NAME, 34;
        kind: CheckKind => u::CHECK_KIND, 24;
        item: Item => u::ITEM, 24;
        other: Item => u::OTHER_ITEM, 0;
        percent: i64 => u::PERCENT, 8;
        active: bool => u::ACTIVE, 9;
    }
}

impl CheckRule {
    fn rules(&self) -> Vec<Fault> {
        let mut faults = Fault::needed([("name", self.name.is_empty())]);
        if self.percent < 0 {
            faults.push(Fault::at("percent", rule::NEGATIVE));
        }
        if self.kind == CheckKind::AtMost && (self.item == Item::Any || self.other == Item::Any) {
            faults.push(Fault::at(if self.item == Item::Any { "item" } else { "other" }, rule::NEEDED));
        }
        faults
    }

    /// The figures that it speaks of.
    fn items(&self) -> Vec<Item> {
        if self.item == Item::Any { Item::ALL.to_vec() } else { vec![self.item] }
    }

    /// What it finds in a report beside the unit's last one and what the office's own records say.
    #[must_use]
    pub fn warnings(&self, now: &Submission, last: Option<&Submission>, own: &dyn Fn(Item) -> i64) -> Vec<Warning> {
        if !self.active {
            return Vec::new();
        }
        let found = self.items().into_iter().filter_map(|item| Some((item, self.finds(item, now, last, own)?)));
        found.map(|(item, said)| Warning { rule: self.id, item, said }).collect()
    }

    fn finds(
        &self,
        item: Item,
        now: &Submission,
        last: Option<&Submission>,
        own: &dyn Fn(Item) -> i64,
    ) -> Option<Said> {
        let value = now.figure(item);
        let named = |said: Said| said.saying(0, item.text().into());
        let show = |value: i64| item.show(Some(value));
        match self.kind {
            CheckKind::Present => value.is_none().then(|| named(u::WARN_BLANK.with([""]))),
            CheckKind::AtMost => {
                let (value, most) = (value?, now.figure(self.other)?);
                let said = u::WARN_MORE.with([String::new(), show(value), String::new(), self.other.show(Some(most))]);
                (value > most).then(|| named(said.saying(2, self.other.text().into())))
            }
            CheckKind::Last => {
                let (value, before) = (value?, last?.figure(item)?);
                let said = u::WARN_LAST.with([String::new(), show(value), show(before), self.percent.to_string()]);
                is_off(value, before, self.percent).then(|| named(said))
            }
            CheckKind::Own => {
                let (value, ours) = (value?, own(item));
                let said = u::WARN_OWN.with([String::new(), show(value), show(ours)]);
                is_off(value, ours, self.percent).then(|| named(said))
            }
        }
    }
}

/// Whether a value differs from another by more than so many per cent of it.
fn is_off(value: i64, from: i64, percent: i64) -> bool {
    i128::from(value.abs_diff(from)) * 100 > i128::from(from.unsigned_abs()) * i128::from(percent)
}

/// What a rule found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Warning {
    /// The rule.
    pub rule: Id<CheckRule>,
    /// The figure.
    pub item: Item,
    /// What is doubtful, with its figures.
    pub said: Said,
}

record! {
    /// What a unit answered where a rule found its report doubtful. It answers the warning as it was said: with other
    /// figures there is another warning.
    pub struct Explanation {
        table: "explanation", source: "explanation", title: u::EXPLANATIONS, one: u::ONE_EXPLANATION,
        search: &["text"], order: Order::Row,
    }
    columns {
        text: Lines => u::EXPLANATION, 40;
        noted_on: Option<NaiveDate> => t::DATE, 10;
    }
    stamped {
        report: Id<UnitReport> => t::UNIT_REPORTS, 0;
        rule: Id<CheckRule> => u::CHECK_RULES, 0;
        said: String => u::WARNING, 40;
    }
}

impl Explanation {
    fn rules(&self) -> Vec<Fault> {
        Fault::needed([("text", self.text.0.is_empty()), ("report", self.report.is_new())])
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::Lang;

    fn said(rule: &CheckRule, now: &Submission, last: Option<&Submission>, own: i64) -> Vec<String> {
        rule.warnings(now, last, &|_| own).iter().map(|warning| warning.said.say(Lang::Vi)).collect()
    }

    #[test]
    fn rules_find_what_does_not_fit() {
        let rule =
            |kind, item, other, percent| CheckRule { kind, item, other, percent, active: true, ..CheckRule::default() };
        let last = Submission { sessions: Some(10), ..Submission::default() };
        let now = Submission { sessions: Some(13), hotline_sessions: Some(14), ..Submission::default() };
        let most = rule(CheckKind::AtMost, Item::Hotline, Item::Sessions, 0);
        assert_eq!(
            said(&most, &now, None, 0),
            ["Số buổi có giới thiệu Tổng đài 111 (14) lớn hơn Số buổi tuyên truyền (13)"]
        );
        let change = rule(CheckKind::Last, Item::Sessions, Item::Any, 30);
        assert!(said(&change, &now, Some(&last), 0).is_empty(), "30 % is not more than 30 %");
        let change = CheckRule { percent: 29, ..change };
        assert_eq!(said(&change, &now, Some(&last), 0), ["Số buổi tuyên truyền: 13, kỳ trước 10, chênh quá 29 %"]);
        assert!(said(&change, &now, None, 0).is_empty(), "a first report has nothing before it");
        let own = rule(CheckKind::Own, Item::Sessions, Item::Any, 0);
        assert_eq!(said(&own, &now, None, 12), ["Số buổi tuyên truyền: đơn vị báo 13, Văn phòng ghi nhận 12"]);
        assert!(said(&own, &now, None, 13).is_empty());
        assert_eq!(said(&rule(CheckKind::Present, Item::Any, Item::Any, 0), &now, None, 0).len(), Item::ALL.len() - 2);
        assert!(said(&CheckRule { active: false, ..own }, &now, None, 0).is_empty());
    }

    #[test]
    fn a_sum_rule_names_both_figures() {
        let faults =
            CheckRule { name: "a".into(), kind: CheckKind::AtMost, item: Item::Special, ..CheckRule::default() };
        assert_eq!(faults.rules().iter().map(|fault| fault.column).collect::<Vec<_>>(), ["other"]);
    }
}
