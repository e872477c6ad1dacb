//! Regions of the body in words.

use wane_domain::body::{Group, Region, Side, View};
use wane_text::{Arg, Catalogue};

use crate::{fault::Fault, wire::*};

/// The region that stands for all others.
const EVERYWHERE: &str = "everywhere";

/// The regions of a request, each once and in the order of the list; "everywhere" leaves nothing to be named beside it.
pub(super) fn regions(codes: &[String]) -> Result<Vec<Region>, Fault> {
    let mut regions: Vec<Region> = codes
        .iter()
        .map(|code| Region::from_code(code.trim()).ok_or_else(|| Fault::bad_input("regions")))
        .collect::<Result<_, _>>()?;
    regions.sort_unstable();
    regions.dedup();
    if let Some(everywhere) = regions.iter().find(|r| r.code() == EVERYWHERE).copied() {
        regions = vec![everywhere];
    }
    Ok(regions)
}

/// Regions in words, such as "left knee, front; right knee, front".
pub(crate) fn regions_text(words: &Catalogue, regions: &[Region]) -> String {
    let names = regions.iter().map(|region| name(words, *region));
    names
        .reduce(|list, next| {
            words.text(
                "region-list",
                &[("list", Arg::from(list)), ("next", Arg::from(next))],
            )
        })
        .unwrap_or_default()
}

/// The regions as the list shows them, under their headings.
pub(super) fn groups(words: &Catalogue) -> Vec<RegionGroup> {
    Group::ALL
        .into_iter()
        .map(|group| RegionGroup {
            code: group.code().to_owned(),
            name: words.text(&format!("region-group-{}", group.code()), &[]),
            regions: Region::all()
                .filter(|region| region.group() == group)
                .map(|region| view(words, region))
                .collect(),
        })
        .collect()
}

fn view(words: &Catalogue, region: Region) -> RegionView {
    let view = match region.view() {
        View::Front => "front",
        View::Back => "back",
        View::Whole => "whole",
    };
    let side = match region.side() {
        Side::Left => "left",
        Side::Right => "right",
        Side::Middle => "middle",
    };
    RegionView {
        code: region.code().to_owned(),
        name: name(words, region),
        view: view.to_owned(),
        side: side.to_owned(),
    }
}

fn name(words: &Catalogue, region: Region) -> String {
    words.text(&format!("region-{}", region.code()), &[])
}
