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
format-weight = { $kilos } किलो
format-pieces = { $dozens ->
    [0] { $rest ->
        [one] { $rest } आम
       *[other] { $rest } आम
    }
   *[other] { $rest ->
        [0] { $dozens } दर्जन
       *[other] { $dozens } दर्जन + { $rest }
    }
}
