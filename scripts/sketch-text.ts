import * as z from 'zod/mini';
import { Sketch as Form, type Sketch } from '../lib/sketch/sketch';

/** The sketch in a file's text. @throws Error that says where it is none */
export function readSketchText(text: string): Sketch {
  const found = z.safeParse(Form, JSON.parse(text));
  if (found.success) return found.data as Sketch;
  const [first] = found.error.issues;
  throw new Error(`This is no sketch: ${first?.path.join('.') || 'the whole'} (${first?.code}).`);
}
