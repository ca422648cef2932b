//! `import children`: rosters as offices send them.
use std::path::{Path, PathBuf};
use std::thread;

use serde_json::{Value as Json, json};

use super::fail::{Answer, Failure};
use super::office::Office;
use super::out::Out;
use super::{Cx, date};
use crate::acts::rejects::{place, rejects};
use crate::acts::roster::{self, Outcome};
use crate::domain::clean::clean;
use crate::domain::words;
use crate::exchange::roster::{File, Options, Refusal, Roster, Warning};
use crate::exchange::watch::Watch;
use crate::paper::xlsx;
use crate::text::{Lang, Said, Text, cli as t};

/// What is asked for.
pub struct Asked {
    /// The files.
    pub files: Vec<PathBuf>,
    /// The unit of rows for which a file names none.
    pub unit: Option<String>,
    /// The day the lists speak of.
    pub as_of: Option<String>,
    /// Whether nothing is written.
    pub dry_run: bool,
    /// Whether one refused row refuses all.
    pub strict: bool,
    /// Where the refused rows go.
    pub rejects: Option<PathBuf>,
    /// Whether the answer is JSON.
    pub json: bool,
}

/// Takes rosters in, each file as one step. All files are read before the first is written.
pub fn children(cx: &Cx<'_>, asked: &Asked, out: &mut Out<'_>) -> Answer<()> {
    let today = cx.clock.today();
    let as_of = asked.as_of.as_deref().map(|text| date(text, today)).transpose()?;
    if let Some(path) = asked.rejects.as_ref().filter(|path| !has_ending(path, "xlsx")) {
        return Err(Failure::Usage(t::ENDING.with([path.display().to_string(), ".xlsx".to_owned()])));
    }
    let options = Options { unit: asked.unit.clone(), as_of, today };
    let watch = Watch::default();
    let read = || asked.files.iter().map(|path| Ok((path, open(path, &options, &watch)?))).collect();
    // The files are read while the passphrase is made into a key, which takes its time.
    let (office, rosters) = thread::scope(|scope| {
        let reading = scope.spawn(read);
        let office = Office::open(cx, out.lang).inspect_err(|_| watch.stop());
        (office, reading.join().unwrap_or_else(|panic| std::panic::resume_unwind(panic)))
    });
    let (mut office, rosters): (_, Result<Vec<(&PathBuf, Roster)>, Said>) = (office?, rosters);
    let rosters = rosters?;
    let refused: Vec<&Refusal> = rosters.iter().flat_map(|(_, roster)| &roster.refused).collect();
    if let Some(path) = &asked.rejects {
        out.file(path, &xlsx::table(&rejects(&refused, out.lang), out.word(t::SHEET_REJECTS))?)?;
    }
    if asked.strict && !refused.is_empty() {
        for (path, roster) in &rosters {
            let lines = roster.refused.iter().map(|refusal| refused_line(refusal, out.lang));
            let lines: Vec<String> = std::iter::once(path.display().to_string()).chain(lines).collect();
            out.note(&lines);
        }
        return Err(t::STRICT_REFUSED.with([refused.len()]).into());
    }
    let mut answers = Vec::new();
    for (path, roster) in rosters {
        let name = file_name(path);
        let outcome = if asked.dry_run {
            roster::plan(&mut office.store, &name, roster)?
        } else {
            roster::take(&mut office.store, &name, roster)?
        };
        if asked.json {
            answers.push(to_json(path, &outcome, out.lang));
        } else {
            tell(path, &outcome, asked.dry_run, out)?;
        }
    }
    match answers.as_slice() {
        [] => Ok(()),
        [only] => out.json(only),
        _ => out.json(&Json::Array(answers)),
    }
}

fn open(path: &Path, options: &Options, watch: &Watch) -> Result<Roster, Said> {
    let bytes =
        std::fs::read(path).map_err(|error| t::UNREADABLE.with([path.display().to_string(), error.to_string()]))?;
    let file = File::open(&file_name(path), &bytes, watch)?;
    file.read(&file.frames(options), options, watch)
}

pub(super) fn file_name(path: &Path) -> String {
    path.file_name().map(|name| clean(&name.to_string_lossy())).unwrap_or_default()
}

/// Whether a path has an ending, in either case.
pub fn has_ending(path: &Path, ending: &str) -> bool {
    path.extension().is_some_and(|it| it.eq_ignore_ascii_case(ending))
}

pub(super) fn to_json(path: &Path, outcome: &Outcome, lang: Lang) -> Json {
    let refused = |refusal: &Refusal| {
        json!({
            "sheet": clean(&refusal.sheet),
            "row": refusal.row,
            "column": refusal.column,
            "value": refusal.value,
            "code": refusal.code,
            "reason": refusal.reason.say(lang),
        })
    };
    let warned = |warning: &Warning| json!({ "sheet": clean(&warning.sheet), "row": warning.row, "text": warning.text.say(lang) });
    json!({
        "file": path.to_string_lossy(),
        "added": outcome.added,
        "updated": outcome.updated,
        "unchanged": outcome.unchanged,
        "refused": outcome.refused.iter().map(refused).collect::<Vec<_>>(),
        "warnings": outcome.warnings.iter().map(warned).collect::<Vec<_>>(),
    })
}

pub(super) fn tell(path: &Path, outcome: &Outcome, dry_run: bool, out: &mut Out<'_>) -> Answer<()> {
    let Outcome { added, updated, unchanged, refused, warnings, .. } = outcome;
    let counts = [*added, *updated, *unchanged, refused.len()].map(|count| count.to_string());
    let text = if dry_run { t::WOULD_TAKE } else { t::TAKEN_IN };
    out.say(text.with(std::iter::once(path.display().to_string()).chain(counts)))?;
    for refusal in refused {
        out.line(&refused_line(refusal, out.lang))?;
    }
    for (first, more) in alike(warnings) {
        for warning in first {
            let text = warning.text.say(out.lang);
            match place(&warning.sheet, warning.row) {
                Some(place) => out.say(t::WARNED_LINE.with([place.say(out.lang), text]))?,
                None => out.say(t::WARNED_FILE.with([text]))?,
            }
        }
        if more > 0 {
            out.say(t::WARNED_MORE.with([more]))?;
        }
    }
    Ok(())
}

/// Remarks of one kind are told together, in the order in which the kinds first come; of many the first, and how many
/// more there are.
fn alike(warnings: &[Warning]) -> Vec<(Vec<&Warning>, usize)> {
    let mut kinds: Vec<(Text, Vec<&Warning>, usize)> = Vec::new();
    for warning in warnings {
        let text = warning.text.text;
        match kinds.iter_mut().find(|(kind, ..)| *kind == text) {
            Some((_, first, _)) if first.len() < MOST_ALIKE => first.push(warning),
            Some((.., more)) => *more += 1,
            None => kinds.push((text, vec![warning], 0)),
        }
    }
    kinds.into_iter().map(|(_, first, more)| (first, more)).collect()
}

/// How many remarks of one kind are told; all of them are in the JSON answer.
const MOST_ALIKE: usize = 20;

fn refused_line(refusal: &Refusal, lang: Lang) -> String {
    let place = place(&refusal.sheet, refusal.row).map(|place| place.say(lang)).unwrap_or_default();
    t::REFUSED_LINE.with([place, words::labelled(&refusal.column, &refusal.reason.say(lang))]).say(lang)
}
