/** A value that says when it is another, for whatever watches it. */
export class Changing<T> {
  value: T;

  constructor(first: T) {
    this.value = $state.raw(first);
  }
}
