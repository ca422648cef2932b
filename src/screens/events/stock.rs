//! What lies ready for the gifts of an event: Enter on a kind opens what came in of it.
use crate::domain::day;
use crate::domain::disbursement::Disbursement;
use crate::domain::event::Event;
use crate::domain::id::Id;
use crate::domain::record::Record;
use crate::domain::stock::{GiftItem, Intake, Way};
use crate::domain::value::{Cell, Value};
use crate::reports::goods;
use crate::screens::ask::Ask;
use crate::screens::list::List;
use crate::screens::screen::{Command, Cx, Flow};
use crate::store::Result;
use crate::text::stock as t;
use crate::ui::key::Key;

/// The commands of the list of kinds.
pub const ITEMS: &[Command<List>] =
    &[Command { keys: &[Key::Enter], name: t::INTAKES, ready: |list, _| list.has_row(), run: open }];

/// The commands of what came in of a kind.
const INTAKES: &[Command<List>] = &[
    Command { keys: &[Key::Ctrl('u')], name: t::FROM_GOODS, ready: |_, _| true, run: ask_goods },
    Command { keys: &[Key::Ctrl('d')], name: t::OPEN_PAYMENT, ready: |list, _| list.has_row(), run: payment },
];

/// What the list of payments does: shows the gifts that were bought with one.
pub const BOUGHT: Command<List> =
    Command { keys: &[], name: t::BOUGHT_BY, ready: |list, _| list.has_row(), run: bought };

fn bought(list: &mut List, cx: &mut Cx) -> Result<Flow> {
    let Some(id) = list.current_id() else { return Ok(Flow::Stay) };
    let title = t::BOUGHT_WITH.with([cx.store.name_of(Disbursement::TABLE, id)]).say(cx.settings.lang);
    Ok(Flow::Open(Box::new(List::new(Intake::META, &[]).scoped(title, "payment", Value::Int(id)))))
}

fn payment(list: &mut List, cx: &mut Cx) -> Result<Flow> {
    let Some(id) = list.current_id() else { return Ok(Flow::Stay) };
    let intake = cx.store.get::<Intake>(Id::of(id))?;
    if intake.payment.is_new() {
        Err(t::NO_PAYMENT.into())
    } else {
        Ok(Flow::Go(Disbursement::TABLE, intake.payment.0))
    }
}

fn open(list: &mut List, cx: &mut Cx) -> Result<Flow> {
    let Some(id) = list.current_id() else { return Ok(Flow::Stay) };
    let item = cx.store.get::<GiftItem>(Id::of(id))?;
    let title = t::INTAKE_OF.with([item.name]).say(cx.settings.lang);
    Ok(Flow::Open(Box::new(List::new(Intake::META, INTAKES).scoped(title, "item", Value::Int(id)))))
}

/// Asks which contributed goods come in, and opens the form with what is known of them.
fn ask_goods(list: &mut List, cx: &mut Cx) -> Result<Flow> {
    let item = list.query.scope.first().map_or(Value::Null, |(_, value)| value.clone());
    let lang = cx.settings.lang;
    let waiting = goods::waiting(cx.store)?;
    if waiting.is_empty() {
        return Err(t::NO_GOODS.into());
    }
    let line = |(gift, rest): &(crate::domain::contribution::Contribution, crate::domain::money::Vnd)| {
        let parts = [gift.goods.clone(), gift.donor_name.clone(), day::show(gift.date), rest.show()];
        // Choices are offered by what stands after their last stroke, as files are: these have none.
        t::GOODS_LINE.with(parts).say(lang).replace('/', "-")
    };
    let lines: Vec<String> = waiting.iter().map(line).collect();
    let known = lines.clone();
    let done = move |cx: &mut Cx, answers: &[String]| -> Result<Flow> {
        let typed = answers.first().map_or("", String::as_str);
        let at = known.iter().position(|line| line == typed);
        let Some((gift, rest)) = at.and_then(|at| waiting.get(at)) else { return Err(t::GOODS_UNKNOWN.into()) };
        let given = [
            ("item", item.clone()),
            ("date", gift.date.value()),
            ("way", Way::Donated.value()),
            ("amount", rest.value()),
            ("note", gift.goods.value()),
            ("contribution", gift.id.value()),
        ];
        let form = List::new(Intake::META, &[]).new_form(cx, &given).at("quantity");
        Ok(Flow::Replace(Box::new(form)))
    };
    let ask = Ask::new(cx.say(t::FROM_GOODS).to_owned(), &[(t::ASK_GOODS, "")], Box::new(done)).among(lines);
    Ok(Flow::Open(Box::new(ask)))
}

/// How the stock of an event stands, in words.
pub fn state(cx: &Cx, event: &Event) -> Result<String> {
    let items = cx.store.find::<GiftItem>("event", &Value::Int(event.id.0))?;
    if items.is_empty() {
        return Ok(cx.say(t::STATE_NONE).to_owned());
    }
    let sum = |of: fn(&GiftItem) -> i64| items.iter().filter(|it| !it.is_money()).map(of).sum::<i64>().to_string();
    let parts =
        [items.len().to_string(), sum(|it| it.bought), sum(|it| it.donated), sum(|it| it.given), sum(|it| it.left)];
    Ok(t::STATE.with(parts).say(cx.settings.lang))
}
