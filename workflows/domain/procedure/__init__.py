"""The kit from which a kind of matter is made: everything that such kinds share, nothing of theirs.

A kind is a room beside this one, with its tables first:

- `stages.py` a `StrEnum` and its `Stages` (number, label; smooth way; ended ones)
- `commands.py`, `facts.py`: what may be asked, what becomes true; fields both share once, apart
- `table.py` one `Table` of `Row`s: which fact leads from which stage to which, under which `Guard`
- `steps.py` one `StepRule` per command: its fact, who may give it, where its date is, its checks
- `state.py` a `ProcedureState` with what the kind must remember
- `changes.py` what each fact changes in the state (a table of functions; no rule is judged there)
- `terms.py` which terms run now, as `Watch`es; they start, restart and end by themselves
- `duties.py` who must do what now, as `WorkItem`s, and which fact follows by itself
- `notices.py`/`effects.py` who is told, which documents, openings and messages an event brings
- `decider.py` a `ProcedureDecider` that names these tables
"""
