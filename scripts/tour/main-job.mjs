import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import { samplePath } from '../../e2e/launch.ts';
import { answerOpenDialog, answerSaveDialog, chooseInMenu } from '../../e2e/native.ts';
import {
  dragSideways,
  goToTime,
  placeCaret,
  press,
  speakerOf,
  textOf,
  turns,
  typeDate,
  waitUntilSaved,
} from '../../e2e/screens.ts';
import { FORMATS } from '../../shared/formats/registry.ts';
import { formatTime } from '../../shared/model/time.ts';

const script = JSON.parse(readFileSync(samplePath('forum.json'), 'utf8'));
const nameOf = (speakerId) => script.speakers.find(({ id }) => id === speakerId).name.kk;
const inMilliseconds = (ms) => formatTime(ms, 'h:mm:ss.mmm');

/** From a recording to its exports, as a press officer does it, in Kazakh. */
export async function doMainJob(visit) {
  await importRecording(visit);
  await transcribe(visit);
  await describeSpeakers(visit);
  await correct(visit);
  await play(visit);
  await exportAll(visit);
}

async function importRecording({ program: { app, window }, t, say, picture }) {
  await picture('first-start');
  await answerOpenDialog(app, [samplePath('forum.mp4')]);
  await window.getByRole('button', { name: t('library.importFirst') }).click();
  await turns(window).first().waitFor();
  say('imported forum.mp4 by the dialog');
  await chooseInMenu(app, 'details');
  const dialog = window.getByRole('dialog');
  await dialog.getByLabel(t('library.columnTitle')).fill(script.recording.title);
  await typeDate(dialog, script.recording.date);
  await dialog.getByLabel(t('library.place')).fill(script.recording.place);
  await dialog.getByLabel(t('library.columnLanguages')).fill('kk, ru, en');
  await dialog.getByRole('button', { name: t('library.saveDetails') }).click();
  await dialog.waitFor({ state: 'detached' });
  say('gave it its title, date, place and languages');
}

/** Types every turn of the session: Enter at the playhead where somebody else begins, then who it is. */
async function transcribe({ program: { app, window }, t, say, picture }) {
  await picture('new-recording');
  await window.getByRole('textbox', { name: t('editor.label') }).click();
  const known = [];
  for (const [index, turn] of script.turns.entries()) {
    await goToTime(window, inMilliseconds(turn.startMs));
    await window.keyboard.press(index === 0 ? 'F11' : 'Enter');
    const digit = known.indexOf(turn.speakerId) + 1;
    if (digit > 0) await window.keyboard.press(`Control+${digit}`);
    else {
      await typeNewSpeaker(window, t, nameOf(turn.speakerId));
      known.push(turn.speakerId);
    }
    for (const inline of turn.content) {
      if (inline.type === 'text') await window.keyboard.insertText(inline.text);
      else await chooseInMenu(app, inline.tag);
    }
    say(`typed the turn of ${inMilliseconds(turn.startMs)}, ${nameOf(turn.speakerId)}`);
  }
  await goToTime(window, inMilliseconds(script.turns.at(-1).endMs));
  await window.keyboard.press('F12');
  await waitUntilSaved(window);
  say(`the title bar says: ${await window.getByTestId('save-state').innerText()}`);
}

async function typeNewSpeaker(window, t, name) {
  await window.keyboard.press('Control+0');
  const field = window.getByRole('searchbox', { name: t('editor.speakerHint') });
  await field.fill(name);
  await window.getByRole('menuitem', { name: t('speakers.addNamed', { name }) }).waitFor();
  await window.keyboard.press('Enter');
  await field.waitFor({ state: 'detached' });
  await window.locator('[data-slate-editor]:focus').waitFor();
}

async function describeSpeakers({ program: { window }, t, say }) {
  const languageNames = { kk: 'Қазақша', ru: 'Русский', en: 'English' };
  for (const speaker of script.speakers) {
    const name = speaker.name.kk;
    await window.getByRole('button', { name: t('speakers.menuOf', { name }) }).click();
    await window.getByRole('menuitem', { name: t('speakers.edit') }).click();
    const dialog = window.getByRole('dialog', { name: t('speakers.editTitle') });
    for (const field of ['name', 'title', 'organisation', 'country'])
      for (const [language, text] of Object.entries(speaker[field])) {
        const label = t('speakers.inLanguage', {
          field: t(`speakers.${field}`),
          language: languageNames[language],
        });
        await dialog.getByLabel(label).fill(text);
      }
    await dialog.getByRole('button', { name: t('speakers.save') }).click();
    await dialog.waitFor({ state: 'detached' });
    await window.getByRole('button', { name: t('app.dismiss'), exact: true }).click();
  }
  say(`wrote title, organisation and country of ${script.speakers.length} speakers in three languages`);
}

async function correct({ program: { app, window }, t, say, picture }) {
  const second = turns(window).nth(1);
  await goToTime(window, '0:43');
  await placeCaret(window, second, { after: 'құрметті төрайым.' });
  await window.keyboard.press('Enter');
  await turns(window).nth(script.turns.length).waitFor();
  say(`split a turn at caret and playhead: ${await turns(window).count()} turns`);
  await window.keyboard.press('Backspace');
  await turns(window).nth(script.turns.length).waitFor({ state: 'detached' });
  say(`merged it again: ${await turns(window).count()} turns`);
  await placeCaret(window, second, { after: 'құрметті төрайым.' });
  await window.keyboard.press('Control+j');
  say(`inserted a timestamp: ${(await textOf(second).innerText()).slice(0, 60).replace(/\s+/g, ' ')} …`);
  await goToTime(window, '0:40');
  const edge = window.getByRole('slider', {
    name: t('player.edgeBetween', {
      before: await speakerOf(turns(window).first()).innerText(),
      name: await speakerOf(second).innerText(),
    }),
  });
  const before = await edge.getAttribute('aria-valuetext');
  await dragSideways(window, edge, -52);
  await expect(edge).not.toHaveAttribute('aria-valuetext', before);
  say(`dragged the boundary of two turns on the waveform to ${await edge.getAttribute('aria-valuetext')}`);
  await placeCaret(window, turns(window).first(), 'end');
  await window.keyboard.press('F9');
  await window.keyboard.press('F9');
  say('checked two turns');
  await chooseInMenu(app, 'undo');
  await chooseInMenu(app, 'redo');
  say('undid the last step and did it again');
  await window.getByText(t('app.checkedOf', { checked: 2, total: script.turns.length })).waitFor();
  await waitUntilSaved(window);
  await picture('corrected');
}

async function play({ program: { window }, say, picture }) {
  await goToTime(window, '1:22');
  await window.keyboard.press('Control+Space');
  await window.locator('.turn[data-playing]').waitFor();
  await picture('playing');
  say(`playing at ${await window.getByTestId('clock').innerText()}; the turn being played is marked`);
  await window.keyboard.press('Control+Space');
}

async function exportAll({ program: { app, window }, t, say, exports, picture }) {
  for (const { id, labelKey, extensions } of FORMATS.filter((format) => format.write)) {
    const path = join(exports, `${id}.${extensions[0]}`);
    await answerSaveDialog(app, path);
    await window.keyboard.press('Control+e');
    const dialog = window.getByRole('dialog', { name: t('export.title') });
    await press(dialog, t(labelKey));
    if (id === 'docx') await picture('export');
    await dialog.getByRole('button', { name: t('export.write'), exact: true }).click();
    await dialog.waitFor({ state: 'detached' });
    if (!existsSync(path)) throw new Error(`Nothing was exported to ${path}`);
  }
  say(
    `exported as ${FORMATS.filter(({ write }) => write)
      .map(({ id }) => id)
      .join(', ')}`,
  );
}
