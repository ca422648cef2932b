//! What posting would move: campaign by campaign, with its purpose and what would then be left.
use crate::acts::posting;
use crate::domain::campaign::{Campaign, Purpose};
use crate::domain::contribution::{Contribution, Means};
use crate::domain::id::Id;
use crate::domain::money::Vnd;
use crate::domain::posting::Standing;
use crate::domain::record::{Meta, Record};
use crate::domain::value::Cell;
use crate::store::{Result, Store};
use crate::text::{Lang, book as t};

/// What posting would move in one campaign.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Preview {
    /// The campaign.
    pub name: String,
    /// What its money is for.
    pub purpose: Purpose,
    /// What comes in as cash, by transfer and in goods, in that order.
    pub came: [Vnd; 3],
    /// What goes out.
    pub went: Vnd,
    /// What the book has left of it now.
    pub before: Vnd,
}

impl Preview {
    /// What the book would have left of it.
    #[must_use]
    pub fn after(&self) -> Vnd {
        let [cash, transfer, _] = self.came;
        self.before + cash + transfer - self.went
    }

    /// As it is said before it is asked whether to post.
    #[must_use]
    pub fn said(&self, lang: Lang) -> String {
        let means = [Means::Cash, Means::Transfer, Means::Goods].map(|means| means.text().say(lang).to_owned());
        let mut moved: Vec<String> = means
            .into_iter()
            .zip(self.came)
            .filter(|(_, sum)| sum.0 != 0)
            .map(|(name, sum)| format!("{name} {}", sum.show()))
            .collect();
        if self.went.0 != 0 {
            moved.push(t::GOES_OUT.with([self.went.show()]).say(lang));
        }
        let purpose = self.purpose.text().say(lang);
        let left = [self.before.show(), self.after().show()];
        let [before, after] = left;
        t::PREVIEW.with([&self.name, purpose, &moved.join(", "), &before, &after]).say(lang)
    }
}

/// What posting some rows would move; what is posted already moves nothing.
///
/// # Errors
/// If the store cannot be read.
pub fn of(store: &Store, meta: &'static Meta, ids: &[i64]) -> Result<Vec<Preview>> {
    let mut found: Vec<(i64, Preview)> = Vec::new();
    for id in ids {
        let Some(row) = store.row(meta, *id)? else { continue };
        if posting::standing(meta, &row) != Standing::Draft {
            continue;
        }
        let campaign = meta.value(&row, "campaign").int();
        let at = match found.iter().position(|(known, _)| *known == campaign) {
            Some(at) => at,
            None => {
                let it = store.get::<Campaign>(Id::of(campaign))?;
                let new = Preview { name: it.name, purpose: it.purpose, before: it.balance, ..Preview::default() };
                found.push((campaign, new));
                found.len() - 1
            }
        };
        let Some((_, preview)) = found.get_mut(at) else { continue };
        let amount = Vnd(meta.value(&row, "amount").int());
        if meta.table != Contribution::TABLE {
            preview.went = preview.went + amount;
            continue;
        }
        let means = Means::take(meta.value(&row, "means")).unwrap_or_default();
        let [cash, transfer, goods] = &mut preview.came;
        let sum = match means {
            Means::Cash => cash,
            Means::Transfer => transfer,
            Means::Goods => goods,
        };
        *sum = *sum + amount;
    }
    Ok(found.into_iter().map(|(_, preview)| preview).collect())
}
