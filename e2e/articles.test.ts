import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Locator, Page } from '@playwright/test';
import { faultsOf } from './axe.ts';
import { expect, test } from './desk.ts';
import { answerOpenDialog, answerSaveDialog, chooseInMenu, dropFiles } from './native.ts';
import { openSample, turnOfCaret, turns, waitUntilSaved } from './screens.ts';
import { en, kk } from './words.ts';

/** What a desk might have written about the sample: the number of pages is forged, the last sentence never said. */
const ARTICLE = `Шалқар су форумында Өзен бассейндері институтының бөлім меңгерушісі Ерболат Қуанышев сөз алды.

– Осы күнге дейін жиырма мыңнан астам қолжазба бет өңделді, – деді Ерболат Қуанышев.

Бағдарлама үйлестірушісі Томирис Әділхан да өз тәжірибесімен бөлісті.

– Балалар аптасына бір рет су деңгейін өлшеп, суретке түсіреді, – деп атап өтті Томирис Әділхан, – қысқаша жазба қалдырады.

– Келер жылы елу жаңа зауыт салып, оның бәрін теміржолмен қосамыз, – деді Ерболат Қуанышев.

Форум қонақтары институттың мұражайын аралады.

[caption id="attachment_7" align="alignnone"]© Форумның баспасөз қызметі[/caption]

https://youtu.be/shalqar2026`;

const cards = (window: Page): Locator => window.locator('.quotation');
const editor = (window: Page): Locator => window.getByTestId('article');
const verdicts = (window: Page) => cards(window).locator('.quotation-verdict');

async function pasteArticle(window: Page, title: string): Promise<void> {
  await window.getByLabel(en('press.text')).fill(ARTICLE);
  await window.getByLabel(en('press.title')).fill(title);
  await window
    .getByRole('dialog')
    .getByRole('button', { name: en('press.add') })
    .click();
  await expect(window.getByRole('heading', { level: 1 })).toHaveText(title);
}

/** Selects words of the article as a person does by keyboard, beginning where they begin. */
async function selectWords(window: Page, words: string): Promise<void> {
  await editor(window)
    .locator('.article-line')
    .filter({ hasText: words })
    .first()
    .evaluate((line, wanted) => {
      const walker = document.createTreeWalker(line, NodeFilter.SHOW_TEXT);
      const nodes: { node: Node; from: number }[] = [];
      let text = '';
      for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        nodes.push({ node, from: text.length });
        text += node.textContent ?? '';
      }
      const start = text.indexOf(wanted);
      const at = (offset: number) => {
        const place = nodes.findLast(({ from }) => from <= offset);
        return { node: place?.node ?? line, offset: offset - (place?.from ?? 0) };
      };
      const [anchor, focus] = [at(start), at(start + wanted.length - 1)];
      line.closest<HTMLElement>('[contenteditable]')?.focus();
      getSelection()?.setBaseAndExtent(anchor.node, anchor.offset, focus.node, focus.offset + 1);
    }, words);
}

test('an article is checked against the recording, corrected, and its evidence written', async ({ desk }) => {
  test.setTimeout(120_000);
  mkdirSync(desk.userDataPath, { recursive: true });
  writeFileSync(join(desk.userDataPath, 'settings.json'), JSON.stringify({ authorName: 'Айнұр Сейіт' }));
  const program = await desk.start();
  const { app, window } = program;
  await openSample(program);

  await test.step('it comes in by paste, and what it quotes is sought in the recording', async () => {
    await chooseInMenu(app, 'articles');
    await expect(window.getByRole('heading', { name: en('press.emptyTitle') })).toBeVisible();
    expect(await faultsOf(window), 'no articles').toEqual([]);
    await window.getByRole('button', { name: en('press.new') }).click();
    expect(await faultsOf(window, '[role="dialog"]'), 'new article').toEqual([]);
    await pasteArticle(window, 'Шалқар форумы');
    await expect(verdicts(window)).toHaveText([
      en('press.verdict.edited'),
      en('press.verdict.exact'),
      en('press.verdict.not-found'),
    ]);
    expect(await faultsOf(window), 'article').toEqual([]);
  });

  await test.step('the forged number is told apart from the word that was edited', async () => {
    const forged = cards(window).first();
    await expect(forged).toContainText(en('press.flag.number', { quoted: 'жиырма мыңнан', said: '12000' }));
    await forged.getByRole('button').first().click();
    await expect(forged.locator('ins')).not.toHaveCount(0);
    await expect(cards(window).nth(1).locator('.quotation-time')).toHaveText(/00:03:0\d–00:03:1\d/);
  });

  await test.step('the span is played, and stops at its end', async () => {
    await cards(window)
      .first()
      .getByRole('button', { name: en('press.play') })
      .click();
    await expect(window.locator('.span-bar').getByRole('button', { name: en('press.pause') })).toBeVisible();
    await window
      .locator('.span-bar')
      .getByRole('button', { name: en('press.pause') })
      .click();
    await expect(window.locator('.span-bar').getByRole('button', { name: en('press.play') })).toBeVisible();
  });

  await test.step('the number is put right as it was said, and the verdict follows', async () => {
    await selectWords(window, 'жиырма');
    await window.keyboard.type('он екі');
    await expect(verdicts(window).first()).toHaveText(en('press.verdict.exact'));
    await expect(cards(window).first().locator('.quotation-note')).toHaveCount(0);
    await window.keyboard.press('Control+z');
    await expect(verdicts(window).first()).toHaveText(en('press.verdict.edited'));
  });

  await test.step('marks are corrected by hand, each with one undo', async () => {
    await selectWords(window, 'Форум қонақтары институттың мұражайын аралады');
    await chooseInMenu(app, 'markReported');
    await expect(cards(window)).toHaveCount(4);
    await chooseInMenu(app, 'removeMark');
    await expect(cards(window)).toHaveCount(3);
    await window.keyboard.press('Control+z');
    await expect(cards(window)).toHaveCount(4);
    await window.keyboard.press('Control+z');
    await expect(cards(window)).toHaveCount(3);

    await cards(window).nth(1).getByRole('button').first().click();
    await window.getByRole('button', { name: en('press.speaker'), exact: true }).click();
    await window.getByPlaceholder(en('press.speakerHint')).fill('Хамраев');
    await window.getByRole('menuitem').filter({ hasText: 'Khamraev' }).click();
    await expect(cards(window).nth(1)).toContainText(
      en('press.saidByOther', { name: 'Tomiris Adilkhan', named: 'Dilshod Khamraev' }),
    );
    await editor(window).getByRole('textbox').focus();
    await window.keyboard.press('Control+z');
    await expect(cards(window).nth(1)).not.toContainText('Khamraev');
  });

  await test.step('a verdict is overruled, and all is there after a restart of the screen', async () => {
    await cards(window).nth(2).getByRole('button').first().click();
    await cards(window)
      .nth(2)
      .getByRole('button', { name: en('press.overrule') })
      .click();
    await window.getByLabel(en('press.note')).fill('Дәлізде айтылды');
    await window.getByRole('button', { name: en('press.save'), exact: true }).click();
    await expect(cards(window).nth(2)).toContainText(en('press.accepted', { name: 'Айнұр Сейіт' }));
    await waitUntilSaved(window);
    await window.getByRole('button', { name: en('press.articles') }).click();
    await window
      .getByRole('button', { name: /Шалқар форумы/ })
      .first()
      .click();
    await expect(cards(window).nth(2)).toContainText('Дәлізде айтылды');
    await expect(verdicts(window).first()).toHaveText(en('press.verdict.edited'));
  });

  await test.step('the report holds every quotation and what proves it', async () => {
    for (const [form, save] of [
      ['html', 'press.saveHtml'],
      ['pdf', 'press.savePdf'],
    ] as const) {
      await answerSaveDialog(app, desk.path(`evidence.${form}`));
      await chooseInMenu(app, 'articleReport');
      await window.getByRole('button', { name: en('press.reportLanguage') }).click();
      await window.getByRole('option', { name: en('command.languageKk') }).click();
      await window.getByRole('button', { name: en(save) }).click();
      await expect.poll(() => existsSync(desk.path(`evidence.${form}`))).toBe(true);
    }
    const html = readFileSync(desk.path('evidence.html'), 'utf8');
    const pdf = execFileSync('pdftotext', ['-layout', desk.path('evidence.pdf'), '-'], { encoding: 'utf8' });
    for (const text of [html, pdf.replace(/\s+/g, ' ')])
      for (const words of [
        'Шалқар форумы',
        kk('press.verdict.not-found'),
        'жиырма мыңнан',
        'Дәлізде айтылды',
        'Айнұр Сейіт',
        '0:03:0',
        kk('press.report.media'),
      ])
        expect(text).toContain(words);
    expect(html).toMatch(/[0-9a-f]{64}/);
  });

  await test.step('the turn of a quotation opens in the transcript', async () => {
    await cards(window).nth(1).getByRole('button').first().click();
    await cards(window)
      .nth(1)
      .getByRole('button', { name: en('press.goToTurn') })
      .click();
    await expect(turns(window)).toHaveCount(12);
    const said = turns(window).filter({ hasText: 'Балалар аптасына' });
    await expect.poll(() => turnOfCaret(window)).toBe(await said.getAttribute('data-turn-id'));
  });

  await test.step('a file comes in by the dialog and by a drop; what is removed can be taken back', async () => {
    writeFileSync(desk.path('баяндама.html'), `<p>${ARTICLE.replaceAll('\n\n', '</p><p>')}</p>`);
    await answerOpenDialog(app, [desk.path('баяндама.html')]);
    await chooseInMenu(app, 'openArticle');
    await expect(window.getByLabel(en('press.title'))).toHaveValue('баяндама');
    await window
      .getByRole('dialog')
      .getByRole('button', { name: en('press.add') })
      .click();
    await expect(cards(window)).toHaveCount(3);
    await window.getByRole('button', { name: en('press.articles') }).click();
    await window.getByRole('button', { name: en('press.menuOf', { title: 'баяндама' }) }).click();
    await window.getByRole('menuitem', { name: en('press.remove') }).click();
    await expect(window.locator('.article-row')).toHaveCount(1);
    await window.getByRole('button', { name: en('app.undo') }).click();
    await expect(window.locator('.article-row')).toHaveCount(2);
    writeFileSync(desk.path('dropped.txt'), ARTICLE);
    await dropFiles(window, [desk.path('dropped.txt')]);
    await expect(window.getByLabel(en('press.title'))).toHaveValue('dropped');
  });
});
