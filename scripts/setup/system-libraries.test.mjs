import { expect, test } from 'vitest';
import { librariesNotFound, packagesOfLibraries } from './system-libraries.mjs';

const lddOutput = `	linux-vdso.so.1 (0x00007ffd0b5f2000)
	libffmpeg.so => /opt/electron/libffmpeg.so (0x00007f1c0a000000)
	libgtk-3.so.0 => not found
	libnss3.so => not found
	libnssutil3.so => not found
	libc.so.6 => /lib/x86_64-linux-gnu/libc.so.6 (0x00007f1c09c00000)
	/lib64/ld-linux-x86-64.so.2 (0x00007f1c0b000000)
`;

test('what ldd does not find is named, and nothing else', () => {
  expect(librariesNotFound(lddOutput)).toEqual(['libgtk-3.so.0', 'libnss3.so', 'libnssutil3.so']);
  expect(librariesNotFound('\tstatically linked\n')).toEqual([]);
});

test('libraries of one package ask for it once', () => {
  expect(packagesOfLibraries(librariesNotFound(lddOutput))).toEqual(['libgtk-3-0', 'libnss3']);
});

test('a library whose package is unknown is told by name', () => {
  expect(() => packagesOfLibraries(['libnss3.so', 'libfuture.so.9'])).toThrow(/libfuture\.so\.9/);
});
