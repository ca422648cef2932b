//! `init`: a new store.
use zeroize::Zeroizing;

use super::args::Preset;
use super::fail::{Answer, Failure};
use super::out::Out;
use super::{Cx, office};
use crate::acts::{found, setup};
use crate::text::cli as t;

/// Makes a new store with its first data, and the agency if one is named.
pub fn init(cx: &Cx<'_>, open: bool, preset: Option<Preset>, out: &mut Out<'_>) -> Answer<()> {
    if cx.demo {
        return Err(Failure::Usage(t::DEMO_ELSEWHERE.into()));
    }
    let path = office::folder(cx)?;
    let passphrase = if open { None } else { Some(passphrase(cx, out)?) };
    let user = cx.user.as_deref().unwrap_or(&cx.world.login);
    let mut store = found::found(&path, user, passphrase.as_deref().map(String::as_str), cx.clock)?;
    if let Some(Preset::LangSon) = preset {
        let mut agency = setup::preset(store.today());
        store.save(&mut agency)?;
    }
    out.say(t::MADE.with([path.display()]))
}

fn passphrase(cx: &Cx<'_>, out: &Out<'_>) -> Answer<Zeroizing<String>> {
    if let Some(text) = office::written_passphrase(cx)? {
        return Ok(Zeroizing::new(text));
    }
    if !cx.world.keyboard {
        return Err(t::NO_PASSPHRASE.into());
    }
    let first = office::ask(out.word(t::ASK_NEW_PASSPHRASE))?;
    let second = office::ask(out.word(t::ASK_AGAIN))?;
    if first == second { Ok(first) } else { Err(t::PASSPHRASES_DIFFER.into()) }
}
