//! Doubles of children: how well they are told from twins and namesakes.
mod pairs;
mod story;

use vitreem::domain::twin::compare;

/// Of pairs that are suspected, how many are one child; of pairs that are one child, how many are suspected.
#[test]
fn doubles_are_told_from_twins_brothers_and_namesakes() {
    let pairs = pairs::pairs(1_200);
    assert!(pairs.len() >= 400 && pairs.iter().filter(|pair| pair.one).count() == pairs.len() / 2);
    let suspected = |pair: &&pairs::Pair| compare(&pair.first.facts(), &pair.second.facts()).is_some();
    let found: Vec<&pairs::Pair> = pairs.iter().filter(suspected).collect();
    let right = found.iter().filter(|pair| pair.one).count() as f64;
    let (precision, recall) = (right / found.len() as f64, right / (pairs.len() / 2) as f64);
    for pair in pairs.iter().filter(|pair| suspected(pair) != pair.one) {
        println!(
            "{} {} / {} {:?} {:?}",
            pair.made, pair.first.name, pair.second.name, pair.first.born, pair.second.born
        );
    }
    println!("{} pairs: precision {precision:.3}, recall {recall:.3}", pairs.len());
    assert!(precision >= 0.95 && recall >= 0.95, "precision {precision:.3}, recall {recall:.3}");
}
