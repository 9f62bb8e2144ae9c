"""How much of us may be asked at once while answering (surveys.logic.ceilings)."""

from voice.settings import environment

# How much one device may ask of each process while answering, and all together: a survey
# of sixty pages at once, then a page a second; 300 phones of an assembly in a minute.
# Never by address: a whole school shares one.
DEVICE_AT_ONCE = environment.whole("DEVICE_AT_ONCE", 150)
DEVICE_A_SECOND = environment.whole("DEVICE_A_SECOND", 1)
ANSWERING_AT_ONCE = environment.whole("ANSWERING_AT_ONCE", 5_000)
ANSWERING_A_SECOND = environment.whole("ANSWERING_A_SECOND", 250)
