//! How the morning light is to be had, and whether notifications name what they are about (rows R2, R12).

use wane_domain::reminder::Kind;
use wane_store::Label;

use crate::{App, app::Rooms, fault::Fault, settings, wire::*};

impl App {
    /// See [`crate::commands`].
    pub(crate) fn set_light(&self, request: SetLight) -> Result<PlanView, Fault> {
        let mut rooms = self.rooms();
        let mut chosen = settings::read(&rooms.diary)?;
        if let Some(lamp) = request.dark_winter_lamp {
            chosen.dark_winter_lamp = lamp;
        }
        let text = settings::to_json(&chosen)?;
        let way = request.way.map(|way| settings::to_json(&way)).transpose()?;
        rooms
            .diary
            .change(Label::new("settings"), self.now(), |change| {
                if let Some(way) = &way {
                    change.set_setting("light-way", Some(way))?;
                }
                change.set_setting("settings", Some(&text))
            })?;
        self.host.reminders_changed();
        self.plan_view(&rooms)
    }

    /// See [`crate::commands`].
    pub(crate) fn set_notice_text(&self, request: SetNoticeText) -> Result<PlanView, Fault> {
        let mut rooms = self.rooms();
        let mut chosen = settings::read(&rooms.diary)?;
        chosen.plain_notifications = request.plain;
        let text = settings::to_json(&chosen)?;
        rooms
            .diary
            .change(Label::new("settings"), self.now(), |change| {
                change.set_setting("settings", Some(&text))
            })?;
        self.plan_view(&rooms)
    }

    pub(super) fn light_view(&self, rooms: &Rooms) -> Result<LightView, Fault> {
        let chosen = settings::read(&rooms.diary)?;
        let ways = [
            (LightWay::AfterWaking, "light-after-waking"),
            (LightWay::Indoor, "light-indoor"),
            (LightWay::LightSensitive, "light-sensitive"),
        ];
        Ok(LightView {
            way: settings::light_way(&rooms.diary)?,
            choices: ways
                .map(|(way, id)| LightChoice {
                    way,
                    text: self.words.text(id, &[]),
                })
                .to_vec(),
            dark_winter_lamp: chosen.dark_winter_lamp,
            place_text: self.place_text(&chosen),
            place_of_zone: chosen.place.is_none(),
        })
    }

    pub(super) fn notice_text_view(&self, rooms: &Rooms) -> Result<NoticeTextView, Fault> {
        let plain = settings::read(&rooms.diary)?.plain_notifications;
        Ok(NoticeTextView {
            plain,
            example: self.notice_text(rooms, &Kind::WindDown, plain),
        })
    }
}
