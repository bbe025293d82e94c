import { expect, test } from 'vitest';
import { nameRecording } from './name-recording.ts';

const WRITTEN = new Date(2025, 2, 9, 12);

test.each([
  ['/a/2024-05-16_Су_форумы.mp4', 'Су форумы', '2024-05-16'],
  ['/a/Plenary 20240516.mp3', 'Plenary', '2024-05-16'],
  ['/a/Алқа 16.05.2024 бірінші бөлім.wav', 'Алқа бірінші бөлім', '2024-05-16'],
  ['/a/Отырыс (2).ogg', 'Отырыс (2)', '2025-03-09'],
  ['/a/zoom_0.m4a', 'zoom 0', '2025-03-09'],
  ['/a/20240516.mp3', '20240516', '2024-05-16'],
  ['/a/Есеп 20241399.mp3', 'Есеп 20241399', '2025-03-09'],
  ['/a/call 4420240516.mp3', 'call 4420240516', '2025-03-09'],
  ['/a/2023-02-30.mp3', '2023-02-30', '2025-03-09'],
  ['/a/___.mp3', '___', '2025-03-09'],
])('%s is “%s” of %s', (path, title, date) => {
  expect(nameRecording(path, WRITTEN)).toEqual({ title, date });
});
