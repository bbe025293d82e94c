#!/usr/bin/env node
/**
 * Has other programs judge what is written: Praat reads TextGrids and writes them anew, Transcriber's
 * document type validates its files, libxml2 reads all that is XML, ffmpeg reads subtitles, LibreOffice opens Word,
 * Excel and CSV, poppler reads PDF. Installs what is missing where it may (Debian,
 * root). Not part of the quick tests.
 */
import { projectPath } from './setup/places.mjs';
import { runInTerminal } from './setup/run-command.mjs';
import { runScript, setUpPackages } from './setup/setup.mjs';
import { toolNode, toolOptions } from './setup/tools.mjs';

await runScript(async () => {
  await setUpPackages();
  const script = projectPath('scripts', 'judge', 'run.mjs');
  const args = ['--disable-warning=MODULE_TYPELESS_PACKAGE_JSON', script];
  return runInTerminal(toolNode(), args, toolOptions());
});
