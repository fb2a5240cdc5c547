/** Something wrong in a framework, and where: "areas[2].criteria[0].descriptors[1].grade". */
export interface FrameworkProblem {
  readonly place: string;
  readonly code: string;
  readonly message: string;
}

/** Notes one. */
export type TellProblem = (place: string, code: string, message: string) => void;
