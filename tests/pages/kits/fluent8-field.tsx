import { Label, TextField } from '@fluentui/react';
import type { ReactElement } from 'react';
import { Late } from './fluent-parts.tsx';
import type { Field } from './parts/parts.ts';

/** A text field in each of the ways in which the library shows one. */
export function Input({ field, variant }: { field: Field<ReactElement>; variant: number }) {
  const given = {
    ...(field.label === '' ? {} : variant % 4 === 3 ? { ariaLabel: field.label } : { label: field.label }),
    ...(field.placeholder === undefined ? {} : { placeholder: field.placeholder }),
    ...(variant % 3 === 2 ? { underlined: true } : {}),
    ...field.attributes,
  };
  let control: ReactElement;
  switch (field.kind) {
    case 'typed':
      control = (
        <TextField
          {...given}
          maxLength={120}
          value={field.value}
          onChange={(_, text) => field.input?.(text ?? '')}
        />
      );
      break;
    case 'editable':
      control = <TextField {...given} key={field.value} defaultValue={field.value} />;
      break;
    case 'disabled':
      control = <TextField {...given} disabled value={field.value} />;
      break;
    case 'lines':
      control = <TextField {...given} multiline autoAdjustHeight rows={1} readOnly value={field.value} />;
      break;
    case 'property':
      control = (
        <Late value={field.value}>
          <TextField {...given} readOnly />
        </Late>
      );
      break;
    case 'readonly':
      control = <TextField {...given} readOnly value={field.value} borderless={variant % 2 === 0} />;
  }
  // A label that is for the screen reader only is shown as text, since a person would not know what the field is for.
  const seen = variant % 4 === 3 && field.label !== '' ? <Label>{field.label}</Label> : null;
  return (
    <div style={{ maxWidth: 420 }}>
      {seen}
      {field.after === undefined ? (
        control
      ) : (
        <div style={{ display: 'flex', alignItems: 'end' }}>
          {control}
          {field.after}
        </div>
      )}
    </div>
  );
}
