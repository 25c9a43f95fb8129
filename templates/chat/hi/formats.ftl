### Days and times.

format-today = आज
format-tomorrow = कल
format-day = { $day } ({ $date })
format-slot = { $day }, { $window }
format-window = { $part ->
    [morning] सुबह
    [afternoon] दोपहर
    [evening] शाम
   *[night] रात
} { $start }–{ $end } बजे{ $same_half ->
   *[any] { "" }
}{ $half ->
   *[any] { "" }
}{ $first_half ->
   *[any] { "" }
}
format-clock = { $part ->
    [morning] सुबह
    [afternoon] दोपहर
    [evening] शाम
   *[night] रात
} { $time }{ $half ->
   *[any] { "" }
}
format-until = { $clock } तक
format-until-day = { $day } { $clock } तक
