import { Field as FluentField, Input, Subtitle1, Textarea } from '@fluentui/react-components';
import type { ReactElement, ReactNode } from 'react';
import { Late } from './fluent-parts.tsx';
import type { Field } from './parts/parts.ts';

/** A text field in each of the ways in which the library shows one. */
export function TextField({ field, variant }: { field: Field<ReactElement>; variant: number }) {
  const given = {
    ...(field.placeholder === undefined ? {} : { placeholder: field.placeholder }),
    ...(field.after === undefined ? {} : { contentAfter: field.after }),
    ...field.attributes,
  };
  const named = variant % 4 === 3 && field.label !== '' ? { 'aria-label': field.label } : {};
  let control: ReactElement;
  switch (field.kind) {
    case 'typed':
      control = (
        <Input
          {...given}
          maxLength={120}
          value={field.value}
          onChange={(_, { value }) => field.input?.(value)}
          {...named}
        />
      );
      break;
    case 'editable':
      control = <Input {...given} key={field.value} defaultValue={field.value} {...named} />;
      break;
    case 'disabled':
      control = <Input {...given} disabled value={field.value} {...named} />;
      break;
    case 'lines': {
      const { contentAfter, ...rest } = given as typeof given & { contentAfter?: ReactNode };
      control = (
        <>
          <Textarea {...rest} readOnly value={field.value} {...named} />
          {contentAfter}
        </>
      );
      break;
    }
    case 'property':
      control = (
        <Late value={field.value}>
          <Input {...given} readOnly {...named} />
        </Late>
      );
      break;
    case 'readonly':
      control = (
        <Input
          {...given}
          readOnly
          value={field.value}
          appearance={variant % 2 === 0 ? 'filled-darker' : 'outline'}
          {...named}
        />
      );
  }
  if (field.label === '') return control;
  if (variant % 4 === 3) {
    return (
      <div>
        <Subtitle1 block>{field.label}</Subtitle1>
        {control}
      </div>
    );
  }
  // A field passes its label to one control only.
  const isOne = field.kind !== 'lines' && field.kind !== 'property';
  return isOne ? (
    <FluentField label={field.label}>{control}</FluentField>
  ) : (
    <div>
      <FluentField label={field.label} />
      {control}
    </div>
  );
}
