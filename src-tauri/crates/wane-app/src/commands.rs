//! The command table: the whole surface of the diary in one place.

use crate::wire::*;

crate::table::commands! {
    /// Everything the window needs for its first picture.
    start(StartRequest) -> Start;
    /// The window has painted its first picture.
    painted(Nothing) -> Nothing;
    /// One day, as the Today view shows it.
    today(DayRequest) -> Today;
    /// A month of days, to jump to any of them.
    month(MonthRequest) -> Month;
    /// Sums up and questions a night before it is saved.
    preview_night(PreviewNight) -> NightSummary;
    /// Saves a morning check-in, keeping the earlier revision.
    save_morning(SaveMorning) -> Saved;
    /// Saves an evening check-in, keeping the earlier revision.
    save_evening(SaveEvening) -> Saved;
    /// Marks a day as rough with one key, or takes the mark back.
    mark_rough(MarkRough) -> Saved;
    /// Logs time in daylight.
    log_light(LogLight) -> Saved;
    /// Pains, factors, medicines and anchors: everything tracked by name.
    tracked(Nothing) -> Tracked;
    /// Makes or alters a named pain.
    save_pain(SavePain) -> Tracked;
    /// Makes or alters a factor.
    save_factor(SaveFactor) -> Tracked;
    /// Makes or alters a medicine.
    save_medicine(SaveMedicine) -> Tracked;
    /// Puts a pain, a factor or a medicine aside, or takes it up again.
    retire(Retire) -> Tracked;
    /// Sets what the numbers of the pain scale mean to the person.
    save_anchors(SaveAnchors) -> Tracked;
    /// Writes down a nap or another sleep, or alters one.
    save_nap(SaveNap) -> Saved;
    /// Writes down a medicine taken, or alters it.
    save_taken(SaveTaken) -> Saved;
    /// Writes a note, or alters one.
    save_note(SaveNote) -> Saved;
    /// The words of the night screen, which is dark now; they tell no time.
    night(Nothing) -> NightView;
    /// The night screen is left: the display need not be covered any more.
    night_over(Nothing) -> Nothing;
    /// Notes that the person is awake now. The answer tells no time.
    night_note(NightNote) -> NightNoted;
    /// Puts the offer of what was noted in a night away; nothing that was noted is lost.
    night_offer_dismiss(DayRequest) -> Today;
    /// The evening's help: the sequence, the evening under way, breathing, worries.
    wind_down(Nothing) -> WindDownView;
    /// Makes the sequence the person's own, or takes the ready-made one again.
    save_wind_down(SaveWindDown) -> WindDownView;
    /// Begins the evening, goes on with it, stands still, moves on, or ends it; an end writes it down.
    wind_down_act(WindDownRequest) -> WindDownView;
    /// Writes down that the wind-down was done.
    log_wind_down(LogWindDown) -> Saved;
    /// How breathing is set, and what there is to choose from.
    breathing(Nothing) -> BreathingView;
    /// Sets how to breathe.
    save_breathing(Breathing) -> BreathingView;
    /// Finds the person's own pace from taps.
    breathing_pace(BreathTaps) -> BreathingView;
    /// A session of breathing is over: the next may begin a little slower.
    breathing_done(BreathDone) -> BreathingView;
    /// Worries that are put away, as a number, and those that are given back.
    worries(Nothing) -> WorriesView;
    /// Puts worries away until after the light of the day after.
    park_worries(ParkWorries) -> WorriesView;
    /// Keeps a worry that was given back as a note, lets it go, or writes a next step down with it.
    settle_worry(SettleWorry) -> WorriesView;
    /// Puts a nap, a medicine taken, a note, a noted awakening or a wind-down into the trash.
    remove_entry(EntryRequest) -> Saved;
    /// Every card to read, with its strength of evidence, its sources and what speaks against it.
    learn(Nothing) -> LearnView;
    /// Marks a card as read, or as not read.
    learn_mark(MarkCard) -> LearnView;
    /// Never offers this card on Today again; it stays in Learn.
    learn_put_away(CardRequest) -> Today;
    /// Help now: the person's own numbers, and those of their country. It asks nothing and stores nothing.
    help_now(Nothing) -> HelpView;
    /// Saves the person's own list of help.
    save_help(SaveHelp) -> HelpView;
    /// When to seek care: a plain list of signs. It looks at nothing in the diary.
    care(Nothing) -> CareView;
    /// The movement sessions of a day.
    movement(DayRequest) -> MovementView;
    /// Writes down a movement session, or alters one.
    save_dose(SaveDose) -> MovementSaved;
    /// Puts a movement session into the trash.
    remove_dose(RecordRequest) -> MovementSaved;
    /// The library of gentle movements.
    movement_library(Nothing) -> LibraryView;
    /// Puts a movement aside as not for the person, or takes it up again.
    hide_movement(HideMovement) -> LibraryView;
    /// Every routine, the person's own and the ready-made.
    routines(Nothing) -> RoutinesView;
    /// One routine, to be played.
    routine(RoutineRequest) -> RoutineView;
    /// Makes or alters a routine of the person's own.
    save_routine(SaveRoutine) -> RoutinesView;
    /// Puts a routine of the person's own into the trash.
    remove_routine(RoutineRequest) -> RoutinesView;
    /// A routine was done: writes it down as a session that has just ended.
    routine_done(RoutineDone) -> MovementSaved;
    /// What the just-right ledger suggests, why, and from what.
    ledger(LedgerRequest) -> LedgerView;
    /// Begins a plan from the baseline of the last four weeks.
    ledger_begin(LedgerBegin) -> LedgerView;
    /// Ends the plan; what was done stays.
    ledger_end(Nothing) -> LedgerView;
    /// Agrees to go below the clinician's floor for now.
    ledger_below_floor(Nothing) -> LedgerView;
    /// Writes down what a clinician said about movement, or alters it.
    save_instruction(SaveInstruction) -> LedgerView;
    /// Puts what a clinician said into the trash.
    remove_instruction(RecordRequest) -> LedgerView;
    /// The plan for flares, and the flare that is on.
    flare(Nothing) -> FlareView;
    /// Saves the plan for flares, keeping what it said before.
    save_flare_plan(SaveFlarePlan) -> FlareView;
    /// Begins flare mode: the days are marked, Today shrinks to one tap, reminders pause.
    flare_start(Nothing) -> Saved;
    /// Ends flare mode with today.
    flare_end(Nothing) -> Saved;
    /// Notes how the flare is, in one tap.
    flare_note(FlareNoteRequest) -> Saved;
    /// The flare has not passed; it is asked about again in a few days.
    flare_still_on(Nothing) -> Saved;
    /// Begins a holiday from writing down: no questions, no reminders, and no day of it counts.
    holiday_start(HolidayStart) -> Saved;
    /// Ends the holiday with today.
    holiday_end(Nothing) -> Saved;
    /// Finds days by what was written on them.
    search(SearchRequest) -> SearchView;
    /// Takes back the last change.
    undo(Nothing) -> Undone;
    /// Brings back what was taken back.
    redo(Nothing) -> Undone;
    /// Draws a chart.
    chart(ChartRequest) -> ChartView;
    /// Draws a chart and gives it in a form that goes into the clipboard.
    copy_chart(CopyChart) -> CopiedChart;
    /// Draws a chart and saves it as a picture, SVG or PNG, where the user says.
    save_chart(ChartRequest) -> SavedChart;
    /// Days that were marked for the charts with a few words, the latest first.
    annotations(SpanRequest) -> Annotations;
    /// Marks a day for the charts with a few words, or alters a mark.
    save_annotation(SaveAnnotation) -> Saved;
    /// Puts a mark into the trash.
    remove_annotation(AnnotationRequest) -> Saved;
    /// Marks today as the day of a visit to the clinician, for "since the last visit".
    mark_visit(DayRequest) -> Saved;
    /// Reminders: what comes, the rules, the inbox, the health line.
    plan(Nothing) -> PlanView;
    /// Sets one reminder rule.
    set_rule(SetRule) -> PlanView;
    /// Gives a reminder of the user's own another name; what became of it goes along.
    rename_rule(RenameRule) -> PlanView;
    /// Removes a reminder of the user's own; what became of it stays.
    remove_rule(KindRequest) -> PlanView;
    /// Sets the user's own bed and rise times; the wind-down and bedtime reminders follow.
    set_targets(SetTargets) -> PlanView;
    /// Takes up the step that is suggested towards regular times.
    suggestion_accept(Nothing) -> PlanView;
    /// Not now: nothing is suggested for a fortnight.
    suggestion_dismiss(Nothing) -> PlanView;
    /// Pauses all reminders; what falls due meanwhile does not count.
    pause_start(PauseStart) -> PlanView;
    /// Ends the pause.
    pause_end(Nothing) -> PlanView;
    /// Sets the protected night, or lets it follow the targets.
    set_protected_night(SetProtectedNight) -> PlanView;
    /// Answers the one question whether a reminder shall rest.
    answer_question(AnswerQuestion) -> PlanView;
    /// Brings a resting reminder back.
    bring_back(KindRequest) -> PlanView;
    /// Sets how the morning light is to be had.
    set_light(SetLight) -> PlanView;
    /// Whether notifications may name what they are about.
    set_notice_text(SetNoticeText) -> PlanView;
    /// The user did it: the reminder need not come.
    reminder_done(OccurrenceRequest) -> PlanView;
    /// The user wants to be reminded again a little later.
    reminder_snooze(SnoozeRequest) -> PlanView;
    /// Not tonight, not today.
    reminder_skip(OccurrenceRequest) -> PlanView;
    /// Takes an item out of the inbox.
    inbox_dismiss(OccurrenceRequest) -> PlanView;
    /// Shows a notification now and says truthfully what happened.
    test_reminder(Nothing) -> TestResult;
    /// The tray's menu, in words.
    tray_menu(Nothing) -> TrayMenu;
    /// Whether Wane starts with the session, without a window.
    autostart(Nothing) -> AutostartView;
    /// Lets Wane start with the session, or no longer.
    set_autostart(SetAutostart) -> AutostartView;
    /// Every occurrence that falls due in a span.
    occurrences(PlanRequest) -> Vec<OccurrenceView>;
    /// What is due now and has not been dealt with.
    due(Nothing) -> Vec<OccurrenceView>;
    /// Sun times of one date.
    sun(SunRequest) -> SunView;
    /// What the user has chosen.
    settings(Nothing) -> SettingsView;
    /// Saves what the user has chosen.
    save_settings(Settings) -> SettingsView;
    /// How the window should look now.
    appearance(Nothing) -> Appearance;
    /// Takes the answers of the first run.
    first_run(FirstRun) -> Start;
    /// Makes a sample diary and shows it instead of the user's own, which stays untouched.
    sample_start(SampleRequest) -> Start;
    /// Removes the sample diary and goes back to the user's own.
    sample_remove(Nothing) -> Start;
    /// The Data view.
    data(Nothing) -> DataView;
    /// Lets the user pick files to import.
    pick_files(Nothing) -> PickedFiles;
    /// Looks into files and says what an import would change; writes nothing.
    import_preview(ImportRequest) -> ImportPreview;
    /// Looks into a table nobody knows and proposes what its columns are.
    import_columns(ColumnsRequest) -> ColumnsView;
    /// Imports files as one undoable batch.
    import_apply(ImportRequest) -> Imported;
    /// How far the look into files or the import that is going on has come.
    import_progress(Nothing) -> ImportProgress;
    /// Stops the look into files or the import that is going on; nothing of it is written.
    import_cancel(Nothing) -> Nothing;
    /// Takes back one import.
    import_undo(ImportBatchRequest) -> DataView;
    /// Says exactly what an export would hold; writes nothing.
    export_preview(ExportRequest) -> ExportPreview;
    /// Writes an export where the user says.
    export_save(ExportRequest) -> Exported;
    /// Derived measures of nights.
    measures(SpanRequest) -> MeasuresView;
    /// Nights that somebody wrote down and a device measured, side by side.
    device_felt(SpanRequest) -> DeviceFelt;
    /// What sleep and pain have to do with each other in this diary, and how sure anyone can be.
    insight(InsightRequest) -> InsightView;
    /// The Insights view: what the latest weekly look says. It stays the same until the next look.
    insights(InsightsRequest) -> InsightsView;
    /// How one finding of the Insights view was worked out, and from which days.
    insight_detail(InsightDetailRequest) -> InsightDetail;
    /// Chooses the weekday on which the diary is looked at.
    set_weekly_look(SetWeeklyLook) -> WeeklyLookView;
    /// The week in three facts: one good thing, one steady thing, one open question.
    look_back(LookBackRequest) -> LookBackView;
    /// Skips the look back on this week, or brings it back.
    look_back_skip(SkipLookBack) -> LookBackView;
    /// Small experiments: the one that is on, and what came of those that have ended.
    experiments(Nothing) -> ExperimentsView;
    /// What can be expected of an experiment; nothing is fixed.
    experiment_propose(ExperimentDesign) -> ExperimentProposal;
    /// Fixes an experiment and throws its coins.
    experiment_start(ExperimentDesign) -> ExperimentsView;
    /// Writes down whether it was done on a day, or takes the word back.
    experiment_said(ExperimentSaid) -> ExperimentsView;
    /// Stops the experiment that is on, on any day and for any reason.
    experiment_stop(Nothing) -> ExperimentsView;
    /// What came of an experiment that has ended; one that has not is refused.
    experiment_result(ExperimentRequest) -> ExperimentPast;
    /// Puts an experiment that has ended into the trash.
    experiment_remove(ExperimentRequest) -> ExperimentsView;
    /// The days of a span, read back.
    days(SpanRequest) -> Vec<DayView>;
    /// Everything ever written for one day.
    history(DayRequest) -> HistoryView;
    /// Brings a day back to how one change left it.
    restore_version(VersionRequest) -> Saved;
    /// What was removed in the last 30 days.
    trash(Nothing) -> TrashView;
    /// Brings something back from the trash.
    trash_restore(TrashRequest) -> TrashView;
    /// The backups there are.
    backups(Nothing) -> BackupsView;
    /// Makes a backup now, and reads it back.
    backup_now(Nothing) -> BackupsView;
    /// Reads a backup from beginning to end.
    backup_verify(BackupRequest) -> BackupReport;
    /// Restores the newest backup into a place of its own, reads it, and removes it again.
    backup_rehearse(Nothing) -> BackupReport;
    /// Says what restoring a backup would change; writes nothing.
    restore_preview(BackupRequest) -> RestorePreview;
    /// Puts a backup in the place of the diary, which is kept as a backup itself.
    restore_apply(BackupRequest) -> Start;
    /// Examines the diary from beginning to end.
    check(Nothing) -> CheckReport;
    /// Brings back what can be brought back after damage, or starts afresh.
    recover(RecoverRequest) -> Start;
    /// Ends the program, reminders included.
    quit(Nothing) -> Nothing;
    /// Closes the window; reminders keep coming.
    close_window(Nothing) -> Nothing;
}
