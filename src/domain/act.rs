//! What a step does: its name, and whether it has left the office and cannot be undone.
use crate::domain::period::Period;
use crate::domain::record::choices;
use crate::domain::tables;
use crate::text::{Lang, Text, act as t, inspection, photo, session, shelf};

choices! {
    /// Every kind of step. A new kind of write gets a line here.
    pub enum Act {
        #[default] Add "add" = t::ADD;
        Edit "edit" = t::EDIT;
        Trash "trash" = t::TRASH;
        Restore "restore" = t::RESTORE;
        Import "import" = t::IMPORT;
        MakeList "make-list" = t::MAKE_LIST;
        Approve "approve" = t::APPROVE;
        Unapprove "unapprove" = t::UNAPPROVE;
        Tick "tick" = t::TICK;
        OpenPeriod "open-period" = t::OPEN_PERIOD;
        Receive "receive" = t::RECEIVE;
        Submit "submit" = t::SUBMIT;
        SendBack "send-back" = t::SEND_BACK;
        SignReport "sign-report" = t::SIGN_REPORT;
        Number "number" = t::NUMBER;
        AcceptReport "accept-report" = t::ACCEPT_REPORT;
        ReturnReport "return-report" = t::RETURN_REPORT;
        ClosePeriod "close-period" = t::CLOSE_PERIOD;
        ReopenPeriod "reopen-period" = t::REOPEN_PERIOD;
        Explain "explain" = t::EXPLAIN;
        RequestReports "request-reports" = t::REQUEST_REPORTS;
        Urge "urge" = t::URGE;
        NumberLetter "number-letter" = t::NUMBER_LETTER;
        WithdrawLetter "withdraw-letter" = t::WITHDRAW_LETTER;
        Issue "issue" = t::ISSUE;
        Unguard "unguard" = t::UNGUARD;
        Withdraw "withdraw" = t::WITHDRAW;
        Merge "merge" = t::MERGE;
        Separate "separate" = t::SEPARATE;
        TellApart "tell-apart" = t::TELL_APART;
        Doubt "doubt" = t::DOUBT;
        Post "post" = t::POST;
        PostBatch "post-batch" = t::POST_BATCH;
        Reverse "reverse" = t::REVERSE;
        Correct "correct" = t::CORRECT;
        Certify "certify" = t::CERTIFY;
        CloseDay "close-day" = t::CLOSE_DAY;
        OpenDay "open-day" = t::OPEN_DAY;
        Transfer "transfer" = t::TRANSFER;
        Consent "consent" = t::CONSENT;
        WithdrawConsent "withdraw-consent" = t::WITHDRAW_CONSENT;
        ListRound "list-round" = t::LIST_ROUND;
        Review "review" = t::REVIEW;
        ApproveSupport "approve-support" = t::APPROVE_SUPPORT;
        GiveSupport "give-support" = t::GIVE_SUPPORT;
        ReturnSupport "return-support" = t::RETURN_SUPPORT;
        ListCommitments "list-commitments" = t::LIST_COMMITMENTS;
        Sign "sign" = t::SIGN;
        DecideGift "decide-gift" = t::DECIDE_GIFT;
        FollowUp "follow-up" = t::FOLLOW_UP;
        GiftSide "gift-side" = t::GIFT_SIDE;
        TakePlan "take-plan" = t::TAKE_PLAN;
        OpenYear "open-year" = t::OPEN_YEAR;
        Assign "assign" = t::ASSIGN;
        Finish "finish" = t::FINISH;
        Reopen "reopen" = t::REOPEN;
        Attend "attend" = session::ATTEND;
        ListAttendees "list-attendees" = session::LIST_ATTENDEES;
        AttendEvent "attend-event" = photo::ATTEND_EVENT;
        ListChildren "list-children" = photo::LIST_EVENT;
        ChoosePhoto "choose-photo" = photo::CHOOSE_ACT;
        DropPhoto "drop-photo" = photo::DROP_ACT;
        PlanInspections "plan-inspections" = inspection::PLAN_INSPECTIONS;
        Settle "settle" = inspection::SETTLE;
        Attach "attach" = shelf::ATTACH;
        SeedTopics "seed-topics" = session::SEED;
        MakeEvent "make-event" = t::MAKE_EVENT;
        DoStep "do-step" = t::DO_STEP;
        SubmitBudget "submit-budget" = t::SUBMIT_BUDGET;
        ApproveBudget "approve-budget" = t::APPROVE_BUDGET;
        RecallBudget "recall-budget" = t::RECALL_BUDGET;
        ListSafety "list-safety" = t::LIST_SAFETY;
        Setup "setup" = t::SETUP;
        Demo "demo" = t::DEMO;
    }
}

impl Act {
    /// Whether undo stops before it: what it did has left the office, or is the ground that all else stands on.
    /// An approval is taken back by [`Act::Unapprove`], that of a budget by [`Act::RecallBudget`], a report's number and
    /// issue by [`Act::Withdraw`], a letter's number by [`Act::WithdrawLetter`], a posting by [`Act::Reverse`] or
    /// [`Act::Correct`], the closing of a day by [`Act::OpenDay`]; a receipt keeps its number for good.
    #[must_use]
    pub const fn is_final(self) -> bool {
        matches!(
            self,
            Self::Approve
                | Self::Unapprove
                | Self::ApproveBudget
                | Self::RecallBudget
                | Self::Number
                | Self::Issue
                | Self::Withdraw
                | Self::NumberLetter
                | Self::WithdrawLetter
                | Self::Post
                | Self::PostBatch
                | Self::Reverse
                | Self::Correct
                | Self::Certify
                | Self::CloseDay
                | Self::OpenDay
                | Self::Setup
                | Self::Demo
        )
    }
}

impl Act {
    /// What is said of it where it is about several things.
    const fn of_many(self) -> Option<Text> {
        Some(match self {
            Self::Edit => t::EDIT_MANY,
            Self::Trash => t::TRASH_MANY,
            Self::Restore => t::RESTORE_MANY,
            Self::Tick => t::TICK_MANY,
            Self::Post => t::POST_MANY,
            Self::Certify => t::CERTIFY_MANY,
            Self::Receive => t::RECEIVE_MANY,
            Self::AcceptReport => t::ACCEPT_REPORT_MANY,
            Self::Urge => t::URGE_MANY,
            Self::Consent => t::CONSENT_MANY,
            Self::Review => t::REVIEW_MANY,
            Self::Sign => t::SIGN_MANY,
            Self::Settle => inspection::SETTLE_MANY,
            Self::GiftSide => t::GIFT_SIDE_MANY,
            Self::DoStep => t::DO_STEP_MANY,
            Self::ApproveSupport => t::APPROVE_SUPPORT_MANY,
            Self::GiveSupport => t::GIVE_SUPPORT_MANY,
            Self::ReturnSupport => t::RETURN_SUPPORT_MANY,
            Self::Finish => t::FINISH_MANY,
            Self::Reopen => t::REOPEN_MANY,
            _ => return None,
        })
    }
}

/// A step to take: what is done, to what kind of thing, and its name ("Nguyễn Thị Đông", "12").
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Step {
    /// What is done.
    pub act: Act,
    /// The table it is about; may be blank.
    pub kind: &'static str,
    /// The name of what it is about, or how many.
    pub object: String,
}

impl Step {
    /// A step about one thing by name.
    pub fn new(act: Act, kind: &'static str, object: impl Into<String>) -> Self {
        Self { act, kind, object: object.into() }
    }
}

/// A step in words, from the code of its act, its table and its object; a period is named by its code.
#[must_use]
pub fn words(act: &str, kind: &str, object: &str, lang: Lang) -> String {
    let one = tables::by_name(kind).map_or("", |meta| meta.one.say(lang));
    let Some(act) = Act::of_code(act) else { return String::new() };
    // Of several things the step knows how many.
    let several = !object.is_empty() && object.bytes().all(|byte| byte.is_ascii_digit());
    let many = several.then(|| act.of_many()).flatten();
    let said = many.unwrap_or_else(|| act.text()).with([one, object]);
    let of_period = matches!(
        act,
        Act::OpenPeriod
            | Act::Submit
            | Act::SendBack
            | Act::SignReport
            | Act::Number
            | Act::Issue
            | Act::Withdraw
            | Act::Unguard
            | Act::ClosePeriod
            | Act::ReopenPeriod
            | Act::RequestReports
    );
    let period = of_period.then(|| Period::parse(object).ok());
    match period.flatten() {
        Some(period) => said.saying(1, period.name()).say(lang),
        None => said.say(lang),
    }
}

/// A step's words as its undoing or redoing is said; as they are for a step done.
#[must_use]
pub fn sensed(sense: &str, words: String, lang: Lang) -> String {
    match sense {
        "undo" => t::UNDO.with([words]).say(lang),
        "redo" => t::REDO.with([words]).say(lang),
        _ => words,
    }
}
